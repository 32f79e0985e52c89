package io.holdfast.notification.intake;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.notification.play.Happening;
import io.holdfast.notification.remembering.RememberAccounts;
import io.holdfast.notification.responding.RespondToHappening;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Hears of bands. */
record HealthHandler(RememberAccounts accounts, RespondToHappening respond)
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
        .then(Mono.defer(() -> respond.on(tenant, happenings(changes))));
  }

  private static List<Happening> happenings(List<BandChangedMessage> changes) {
    return changes.stream().<Happening>map(BandChangedMessage::toDomain).toList();
  }
}
