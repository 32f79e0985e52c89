package io.holdfast.ingestion.sources;

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
    Source.Limits limits) {}
