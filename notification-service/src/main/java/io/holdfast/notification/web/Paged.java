package io.holdfast.notification.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A list that answers page by page; documents the three parameters every list takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    name = "limit",
    in = ParameterIn.QUERY,
    description = "Items of a page, 1–200",
    schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
@Parameter(
    name = "cursor",
    in = ParameterIn.QUERY,
    description = "`next` of the page before",
    schema = @Schema(type = "string"))
@Parameter(
    name = "sort",
    in = ParameterIn.QUERY,
    description = "Key to sort by, with `-` for descending",
    schema = @Schema(type = "string"))
@interface Paged {}
