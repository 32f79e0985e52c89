package io.holdfast.notification.intake;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.notification.play.Happening;
import io.holdfast.notification.remembering.RememberAccounts;
import io.holdfast.notification.responding.RespondToHappening;
import io.holdfast.notification.telling.TellOfFleet;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears of bands, and of a silence of the whole fleet. */
record HealthHandler(RememberAccounts accounts, RespondToHappening respond, TellOfFleet tell)
    implements MessageHandler {

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    List<BandChangedMessage> changes =
        messages.stream()
            .filter(message -> message.type().equals(BandChangedMessage.TYPE))
            .map(message -> message.as(BandChangedMessage.class))
            .toList();
    return accounts
        .mentioned(tenant, changes.stream().map(BandChangedMessage::account).toList())
        .then(Mono.defer(() -> respond.on(tenant, happenings(changes))))
        .thenMany(Flux.fromIterable(messages).concatMap(message -> fleet(tenant, message)))
        .then();
  }

  private Mono<Void> fleet(TenantId tenant, ReceivedMessage message) {
    return switch (message.type()) {
      case FleetGapNoticedMessage.TYPE -> {
        FleetGapNoticedMessage gap = message.as(FleetGapNoticedMessage.class);
        yield tell.silent(tenant, gap.toDomain(), gap.at());
      }
      case FleetGapEndedMessage.TYPE -> {
        FleetGapEndedMessage gap = message.as(FleetGapEndedMessage.class);
        yield tell.over(tenant, gap.from(), gap.through(), gap.filled(), gap.at());
      }
      default -> Mono.empty();
    };
  }

  private static List<Happening> happenings(List<BandChangedMessage> changes) {
    return changes.stream().<Happening>map(BandChangedMessage::toDomain).toList();
  }
}
