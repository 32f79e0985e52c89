package io.holdfast.messaging.deadletter;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents which letters can be asked for. */
@Parameter(name = "consumer", in = ParameterIn.QUERY, description = "Who could not deal with it")
@Parameter(name = "type", in = ParameterIn.QUERY, description = "The message's type")
@Parameter(name = "subject", in = ParameterIn.QUERY, description = "The account it is about")
@Parameter(
    name = "q",
    in = ParameterIn.QUERY,
    description = "A text within error, type, subject or key")
@Parameter(
    name = "state",
    in = ParameterIn.QUERY,
    schema = @Schema(allowableValues = {"waiting", "replayed", "discarded"}))
@Parameter(
    name = "from",
    in = ParameterIn.QUERY,
    description = "Became a dead letter at or after",
    schema = @Schema(type = "string", format = "date-time"))
@Parameter(
    name = "to",
    in = ParameterIn.QUERY,
    description = "Became a dead letter before",
    schema = @Schema(type = "string", format = "date-time"))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface FiltersLetters {}
