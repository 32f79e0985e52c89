package io.holdfast.scoring.picture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Use of the vendor's product.
 *
 * @param assumed whether a load of history declared {@code knownAt}
 * @param person who; null counts as use, not as a person
 */
public record Use(
    Instant happenedAt,
    Instant knownAt,
    boolean assumed,
    @Nullable String person,
    String event,
    int count) {

  public Use {
    if (count < 1) {
      throw new IllegalArgumentException("Use counts at least once, not " + count);
    }
  }

  Use by(String somebody) {
    return new Use(happenedAt, knownAt, assumed, somebody, event, count);
  }
}
