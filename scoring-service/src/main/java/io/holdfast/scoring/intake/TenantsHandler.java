package io.holdfast.scoring.intake;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.scoring.rescoring.HearNews;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Settings of a tenant; all of its accounts are judged by the new ones. */
@Component
final class TenantsHandler implements MessageHandler {

  private static final Set<String> SETTINGS =
      Set.of(TenantChangedMessage.TYPE, TrackingPlanChangedMessage.TYPE);

  private final Rulebook rulebook;
  private final HearNews hearNews;

  TenantsHandler(Rulebook rulebook, HearNews hearNews) {
    this.rulebook = rulebook;
    this.hearNews = hearNews;
  }

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    boolean concernsScores =
        messages.stream().map(ReceivedMessage::type).anyMatch(SETTINGS::contains);
    Mono<Void> set = Flux.fromIterable(messages).concatMap(one -> set(tenant, one)).then();
    return concernsScores ? set.then(hearNews.ofSettings(tenant)) : set;
  }

  private Mono<Void> set(TenantId tenant, ReceivedMessage message) {
    return switch (message.type()) {
      case TenantChangedMessage.TYPE ->
          rulebook.settings(tenant, message.as(TenantChangedMessage.class).toDomain());
      case TrackingPlanChangedMessage.TYPE ->
          rulebook.coreFeatures(
              tenant, message.as(TrackingPlanChangedMessage.class).coreFeatures());
      default -> Mono.empty();
    };
  }
}
