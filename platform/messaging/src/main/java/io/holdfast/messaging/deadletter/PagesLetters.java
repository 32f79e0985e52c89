package io.holdfast.messaging.deadletter;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents how the list is paged. */
@Parameter(
    name = "limit",
    in = ParameterIn.QUERY,
    description = "Items of a page",
    schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
@Parameter(name = "cursor", in = ParameterIn.QUERY, description = "next of the page before")
@Parameter(
    name = "sort",
    in = ParameterIn.QUERY,
    schema =
        @Schema(
            allowableValues = {"failedAt", "-failedAt"},
            defaultValue = "-failedAt"))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface PagesLetters {}
