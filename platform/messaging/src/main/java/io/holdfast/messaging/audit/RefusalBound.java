package io.holdfast.messaging.audit;

import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Lets so many refusals of an actor a minute be recorded, so that somebody who knocks at every door
 * does not fill the log. Those left out are counted, and the next that is recorded tells how many
 * they were. Of actors it knows the latest only.
 */
final class RefusalBound {
  private static final Duration SPAN = Duration.ofMinutes(1);
  private static final int ACTORS = 10_000;

  private final Clock realClock;
  private final int most;
  private final Map<Actor, Counted> actors =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Actor, Counted> eldest) {
          return size() > ACTORS;
        }
      };

  RefusalBound(Clock realClock, int most) {
    this.realClock = realClock;
    this.most = most;
  }

  private record Actor(TenantId tenant, String subject) {}

  private record Counted(Instant since, int recorded, long suppressed) {}

  /** How many were left out since the last that was recorded; empty when this one is, too. */
  synchronized OptionalLong admit(TenantId tenant, String subject) {
    Actor actor = new Actor(tenant, subject);
    Instant now = realClock.instant();
    Counted known = actors.getOrDefault(actor, new Counted(now, 0, 0));
    boolean fresh = known.since().plus(SPAN).isBefore(now);
    if (!fresh && known.recorded() >= most) {
      actors.put(actor, new Counted(known.since(), known.recorded(), known.suppressed() + 1));
      return OptionalLong.empty();
    }
    actors.put(
        actor, new Counted(fresh ? now : known.since(), fresh ? 1 : known.recorded() + 1, 0));
    return OptionalLong.of(known.suppressed());
  }
}
