package io.holdfast.ingestion.requests;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what every list takes. */
@Parameter(
    name = "limit",
    in = ParameterIn.QUERY,
    description = "Items of a page",
    schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
@Parameter(name = "cursor", in = ParameterIn.QUERY, description = "next of the page before")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Listed {}
