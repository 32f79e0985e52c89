package io.holdfast.metrics.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the query parameters of every list. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    name = "limit",
    in = ParameterIn.QUERY,
    description = "Items a page, 1 to 200",
    schema = @Schema(type = "integer", defaultValue = "50"))
@Parameter(
    name = "cursor",
    in = ParameterIn.QUERY,
    description = "The next of the page before",
    schema = @Schema(type = "string"))
@Parameter(
    name = "sort",
    in = ParameterIn.QUERY,
    description = "What the list is sorted by, with - for descending",
    schema = @Schema(type = "string"))
@interface Paged {}
