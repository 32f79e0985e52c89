package io.holdfast.scoring.announcing;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.scoring.journey.Progress;
import io.holdfast.scoring.journey.Reached;
import io.holdfast.scoring.rescoring.Announcements;
import io.holdfast.scoring.rescoring.Verdict;
import io.holdfast.tenancy.CurrentTrace;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Announces changed scores and bands, stages, milestones and the score of day 90 on {@code
 * holdfast.health}, with the change itself.
 */
@Component
final class OutboxAnnouncements implements Announcements {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxAnnouncements.class);
  private static final String TOPIC = "holdfast.health";

  private final Outbox outbox;

  OutboxAnnouncements(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Mono<Void> announce(TenantId tenant, List<Verdict> verdicts) {
    return outbox
        .append(verdicts.stream().flatMap(verdict -> messages(tenant, verdict)).toList())
        .then(CurrentTrace.log(() -> verdicts.forEach(verdict -> log(tenant, verdict))));
  }

  private static Stream<OutgoingMessage> messages(TenantId tenant, Verdict verdict) {
    Stream.Builder<OutgoingMessage> messages = Stream.builder();
    if (verdict.judgement().isRescored()) {
      messages.add(
          message(tenant, verdict, HealthScoredMessage.TYPE, HealthScoredMessage.of(verdict)));
    }
    if (verdict.judgement().crossesBand()) {
      messages.add(
          message(tenant, verdict, BandChangedMessage.TYPE, BandChangedMessage.of(verdict)));
    }
    Progress progress = verdict.progress();
    if (progress.changesStage()) {
      messages.add(
          message(tenant, verdict, StageChangedMessage.TYPE, StageChangedMessage.of(verdict)));
    }
    for (Reached reached : progress.reached()) {
      messages.add(
          message(
              tenant,
              verdict,
              MilestoneReachedMessage.TYPE,
              MilestoneReachedMessage.of(reached, verdict)));
    }
    if (progress.isAtDay90()) {
      messages.add(
          message(tenant, verdict, Day90ScoredMessage.TYPE, Day90ScoredMessage.of(verdict)));
    }
    return messages.build();
  }

  private static void log(TenantId tenant, Verdict verdict) {
    if (verdict.judgement().crossesBand()) {
      BandChangedMessage crossing = BandChangedMessage.of(verdict);
      LOG.info(
          "account {} of {}: {} to {} ({})",
          crossing.accountId(),
          tenant,
          Objects.requireNonNullElse(crossing.from(), "no band"),
          crossing.to(),
          crossing.cause());
    }
  }

  private static OutgoingMessage message(
      TenantId tenant, Verdict verdict, String type, Object body) {
    return new OutgoingMessage(
        TOPIC, tenant, verdict.profile().account(), type, verdict.health().at(), body, Map.of());
  }
}
