package io.holdfast.messaging.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a tenant's rebuilding is, or when the last one ended.
 *
 * @param fed messages that were fed; absent while not all are
 */
record Rebuild(
    int generation,
    boolean rebuilding,
    @Nullable Long fed,
    long handled,
    @Nullable Instant askedAt,
    @Nullable String askedBy,
    @Nullable Instant finishedAt) {

  boolean complete() {
    return rebuilding && fed != null && handled >= fed;
  }
}
