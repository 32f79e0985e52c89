package io.holdfast.ingestion.merging;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account that was merged into another. */
record MergeView(
    @Schema(description = "The account that is no more") String from,
    @Schema(description = "The account it was merged into") String accountId,
    @Nullable String reason,
    String mergedBy,
    Instant mergedAt) {}
