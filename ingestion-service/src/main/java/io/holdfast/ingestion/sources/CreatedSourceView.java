package io.holdfast.ingestion.sources;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A source with its secrets, shown once. */
record CreatedSourceView(
    UUID sourceId,
    String kind,
    String name,
    @Schema(description = "Opens the tracking API for sources of kind segment") String writeKey,
    @Schema(description = "Only where Holdfast made it up: whsec_<base64>")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String signingSecret) {}
