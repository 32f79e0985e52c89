package io.holdfast.scoring.announcing;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.scoring.rescoring.Announcements;
import io.holdfast.scoring.rescoring.Verdict;
import io.holdfast.tenancy.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Announces changed scores and bands on {@code holdfast.health}, with the change itself. */
@Component
final class OutboxAnnouncements implements Announcements {

  private static final String TOPIC = "holdfast.health";

  private final Outbox outbox;

  OutboxAnnouncements(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Mono<Void> announce(TenantId tenant, Verdict verdict) {
    List<OutgoingMessage> messages = new ArrayList<>();
    if (verdict.judgement().isRescored()) {
      messages.add(
          message(tenant, verdict, HealthScoredMessage.TYPE, HealthScoredMessage.of(verdict)));
    }
    if (verdict.judgement().crossesBand()) {
      messages.add(
          message(tenant, verdict, BandChangedMessage.TYPE, BandChangedMessage.of(verdict)));
    }
    return messages.isEmpty() ? Mono.empty() : outbox.append(messages);
  }

  private static OutgoingMessage message(
      TenantId tenant, Verdict verdict, String type, Object body) {
    return new OutgoingMessage(
        TOPIC, tenant, verdict.profile().account(), type, verdict.health().at(), body, Map.of());
  }
}
