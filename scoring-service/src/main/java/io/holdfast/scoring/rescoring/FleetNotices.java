package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.picture.FleetGap;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Tells that most accounts are silent together, once for all of them, and that this is over. */
public interface FleetNotices {

  Mono<Void> noticed(TenantId tenant, FleetGap gap, TenantCalendar calendar, Instant at);

  Mono<Void> ended(TenantId tenant, FleetGap gap, TenantCalendar calendar, Instant at);
}
