package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.picture.FleetGap;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** What the operator was told, in words. */
record InMemoryFleetNotices(List<String> told) implements FleetNotices {

  @Override
  public Mono<Void> noticed(TenantId tenant, FleetGap gap, TenantCalendar calendar, Instant at) {
    return Mono.fromRunnable(() -> told.add("noticed: " + gap.sentence()));
  }

  @Override
  public Mono<Void> ended(TenantId tenant, FleetGap gap, TenantCalendar calendar, Instant at) {
    return Mono.fromRunnable(() -> told.add("ended: " + gap.state()));
  }
}
