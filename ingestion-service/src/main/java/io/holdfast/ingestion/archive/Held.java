package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Entry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry in quarantine and since when.
 *
 * @param detail what is wrong and where, for what cannot be read
 */
public record Held(
    UUID id, String reason, @Nullable String detail, Form form, Instant since, Entry entry) {

  /** What the body of the entry is. */
  public enum Form {
    /** Content that waits for its account or its time. */
    ENTRY,
    /** A Stripe event as it came. */
    STRIPE_EVENT,
    /** A delivery of another system, or one object of it, as it came. */
    DELIVERY
  }
}
