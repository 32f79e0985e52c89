package io.holdfast.notification.intake;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.notification.play.Happening;
import io.holdfast.notification.remembering.RememberAccounts;
import io.holdfast.notification.responding.RespondToHappening;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Hears of accounts and of what happens to them. */
record FactsHandler(RememberAccounts accounts, RespondToHappening respond)
    implements MessageHandler {

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    return accounts
        .recorded(tenant, AccountRecordedMessage.newsOf(messages))
        .then(Mono.defer(() -> respond.on(tenant, happenings(messages))));
  }

  private static List<Happening> happenings(List<ReceivedMessage> messages) {
    return messages.stream()
        .filter(message -> message.type().equals(FactRecordedMessage.TYPE))
        .<Happening>map(message -> message.as(FactRecordedMessage.class).toDomain())
        .toList();
  }
}
