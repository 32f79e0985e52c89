package io.holdfast.ingestion;

import io.holdfast.testing.RealParts;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The whole service with real parts, shared by all tests. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("ingestion")
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealIngestion {}
