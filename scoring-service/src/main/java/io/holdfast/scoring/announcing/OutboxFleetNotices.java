package io.holdfast.scoring.announcing;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.scoring.picture.FleetGap;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.rescoring.FleetNotices;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Announces on {@code holdfast.health}, of the tenant and of no account. */
@Component
final class OutboxFleetNotices implements FleetNotices {

  private static final String TOPIC = "holdfast.health";

  private final Outbox outbox;

  OutboxFleetNotices(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Mono<Void> noticed(TenantId tenant, FleetGap gap, TenantCalendar calendar, Instant at) {
    return append(
        tenant, FleetGapNoticedMessage.TYPE, at, FleetGapNoticedMessage.of(gap, calendar, at));
  }

  @Override
  public Mono<Void> ended(TenantId tenant, FleetGap gap, TenantCalendar calendar, Instant at) {
    return append(tenant, FleetGapEndedMessage.TYPE, at, FleetGapEndedMessage.of(gap, at));
  }

  private Mono<Void> append(TenantId tenant, String type, Instant at, Object body) {
    return outbox.append(
        List.of(new OutgoingMessage(TOPIC, tenant, null, type, at, body, Map.of())));
  }
}
