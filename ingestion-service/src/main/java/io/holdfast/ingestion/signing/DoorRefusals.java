package io.holdfast.ingestion.signing;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How every {@link SignedDoor} refuses, for the description of its route. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
    responseCode = "401",
    description = "Unknown source, wrong signature, or signed too long ago",
    content = @Content)
@ApiResponse(responseCode = "413", description = "Too large", content = @Content)
@ApiResponse(
    responseCode = "429",
    description = "Beyond the source's limit, which is named; deliver it again after Retry-After",
    content = @Content)
@ApiResponse(
    responseCode = "503",
    description = "Nothing was accepted; deliver it again after Retry-After seconds",
    content = @Content)
public @interface DoorRefusals {}
