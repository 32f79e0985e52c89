package io.holdfast.scoring.picture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something became known.
 *
 * @param recordedAt when it was recorded; null when each piece counts as known when it happened
 * @param receivedAt when Holdfast received it
 * @param assumed whether a load of history declared {@code recordedAt} rather than us seeing it
 */
public record Knowledge(@Nullable Instant recordedAt, Instant receivedAt, boolean assumed) {

  public Knowledge {
    if (recordedAt == null && !assumed) {
      throw new IllegalArgumentException("Only assumed knowledge goes without its record time");
    }
  }

  public static Knowledge at(Instant received) {
    return new Knowledge(received, received, false);
  }

  public static Knowledge asItHappened(Instant received) {
    return new Knowledge(null, received, true);
  }

  /** When a piece that happened at the instant was known. */
  public Instant of(Instant happened) {
    return recordedAt == null ? happened : recordedAt;
  }

  public boolean covers(Instant happened, Instant knownAt) {
    return !of(happened).isAfter(knownAt);
  }

  /** By which the later of two versions of the same thing is told. */
  Instant order() {
    return recordedAt == null ? receivedAt : recordedAt;
  }
}
