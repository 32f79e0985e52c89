package io.holdfast.metrics.knowledge;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * When a fact became known. The order is that of corrections: of two versions of one fact the
 * greater holds.
 *
 * @param factId of the message that told it; decides between equals
 * @param receivedAt when Holdfast received it
 * @param recordedAt when it was recorded where it comes from; null when nobody knows, and each
 *     piece of the fact is then taken as known when it happened
 */
public record Knowledge(String factId, Instant receivedAt, @Nullable Instant recordedAt)
    implements Comparable<Knowledge> {

  private static final Comparator<Knowledge> ORDER =
      comparing(Knowledge::version)
          .thenComparing(Knowledge::receivedAt)
          .thenComparing(Knowledge::factId);

  /** Whether knowledge is assumed to have come with the happening itself. */
  boolean comesWithHappening() {
    return recordedAt == null;
  }

  boolean isHadAt(Instant instant) {
    return !version().isAfter(instant);
  }

  private Instant version() {
    return recordedAt == null ? receivedAt : recordedAt;
  }

  @Override
  public int compareTo(Knowledge other) {
    return ORDER.compare(this, other);
  }
}
