package io.holdfast.scoring.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Where between instants something came to be known that had happened before the earlier one. */
final class LateUse {

  /** What of a day lies after its end as calendars give it. */
  private static final Duration TAIL = Duration.ofMillis(1);

  private LateUse() {}

  /**
   * For each instant whether use is known otherwise at it than at the one before, as far as that
   * asks.
   */
  static boolean[] differences(
      List<Instant> instants, Collection<Use> uses, Collection<SamePerson> people) {
    boolean[] differs = new boolean[instants.size() + 1];
    for (Use use : uses) {
      int seen = firstNotBefore(instants, use.happenedAt().minus(TAIL));
      if (seen < instants.size() && use.knownAt().isAfter(instants.get(seen))) {
        differs[firstNotBefore(instants, use.knownAt())] = true;
      }
    }
    for (SamePerson statement : people) {
      differs[firstNotBefore(instants, statement.knownAt())] = true;
    }
    return differs;
  }

  private static int firstNotBefore(List<Instant> instants, Instant instant) {
    int found = Collections.binarySearch(instants, instant);
    return found >= 0 ? found : -found - 1;
  }
}
