package io.holdfast.scoring.intake;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.scoring.rescoring.HearNews;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Settings of a tenant; all of its accounts are judged by the new ones. */
@Component
final class TenantsHandler implements MessageHandler {

  private final Rulebook rulebook;
  private final HearNews hearNews;

  TenantsHandler(Rulebook rulebook, HearNews hearNews) {
    this.rulebook = rulebook;
    this.hearNews = hearNews;
  }

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    return Flux.fromIterable(messages)
        .concatMap(one -> set(tenant, one))
        .reduce(false, Boolean::logicalOr)
        .flatMap(changed -> changed ? hearNews.ofSettings(tenant) : Mono.empty());
  }

  /** Whether scores may be others now: what is only told again changes none. */
  private Mono<Boolean> set(TenantId tenant, ReceivedMessage message) {
    return switch (message.type()) {
      case TenantChangedMessage.TYPE ->
          rulebook.settings(tenant, message.as(TenantChangedMessage.class).toDomain());
      case TrackingPlanChangedMessage.TYPE ->
          plan(tenant, message.as(TrackingPlanChangedMessage.class));
      default -> Mono.just(false);
    };
  }

  private Mono<Boolean> plan(TenantId tenant, TrackingPlanChangedMessage plan) {
    return rulebook
        .modules(tenant, plan.modules())
        .then(rulebook.coreFeatures(tenant, plan.coreFeatures()));
  }
}
