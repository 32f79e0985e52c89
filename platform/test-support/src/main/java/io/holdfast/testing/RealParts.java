package io.holdfast.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a Spring test the real parts: PostgreSQL with the service's roles and migrated schema,
 * Kafka with the platform's topics, an issuer whose tokens {@link TestTokens} signs, and a {@link
 * MovableClock}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealParts {
  /** The service, which is the name of its schema. */
  String value();
}
