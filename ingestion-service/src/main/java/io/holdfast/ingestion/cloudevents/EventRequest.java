package io.holdfast.ingestion.cloudevents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The shape of an event as it is documented; it is read as a tree, so that each fault can be said.
 */
@Schema(name = "CloudEvent", description = "Extension attributes are allowed and not used")
record EventRequest(
    @Schema(allowableValues = "1.0") String specversion,
    @Schema(maxLength = 200) String id,
    @Schema(description = "A URI reference", maxLength = 1000) String source,
    @Schema(maxLength = 200, example = "com.example.report.exported") String type,
    @Schema(description = "The account", maxLength = 200) @Nullable String subject,
    @Schema(description = "When it happened; else when it is received") @Nullable Instant time,
    @Nullable String datacontenttype,
    @Nullable String dataschema,
    @Nullable Object data,
    @Schema(description = "Instead of data") @Nullable String data_base64) {}
