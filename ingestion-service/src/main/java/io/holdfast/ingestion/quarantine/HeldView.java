package io.holdfast.ingestion.quarantine;

import io.holdfast.ingestion.archive.Held;
import io.holdfast.ingestion.entry.Reference;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits.
 *
 * @param awaits what would let it in, as {@code account:acme}, {@code external:stripe=cus_1},
 *     {@code user:u1}
 */
record HeldView(
    UUID id,
    String reason,
    List<String> awaits,
    String kind,
    String key,
    String source,
    @Nullable String importId,
    Instant happenedAt,
    Instant receivedAt,
    Instant heldAt) {

  static HeldView of(Held held) {
    return new HeldView(
        held.id(),
        held.reason(),
        held.entry().accounts().stream().map(Reference::text).toList(),
        held.entry().kind().plural(),
        held.entry().key(),
        held.entry().source(),
        held.entry().knowledge().load(),
        held.entry().time(),
        held.entry().knowledge().receivedAt(),
        held.since());
  }
}
