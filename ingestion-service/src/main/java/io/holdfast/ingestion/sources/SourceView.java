package io.holdfast.ingestion.sources;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A source without its secrets. */
record SourceView(
    UUID sourceId,
    String kind,
    String name,
    Instant createdAt,
    @Nullable Instant rotatedAt,
    @Nullable Instant revokedAt,
    Source.Limits limits,
    @Schema(
            description = "How it signs; absent where it does not",
            allowableValues = {"stripe", "standard", "hmac"})
        @Nullable String signature,
    @Schema(description = "Whether a mapping says what its deliveries become") boolean mapped) {}
