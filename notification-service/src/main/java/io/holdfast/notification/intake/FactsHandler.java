package io.holdfast.notification.intake;

import static java.util.Comparator.comparing;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.notification.play.Happening;
import io.holdfast.notification.responding.RespondToHappening;
import io.holdfast.notification.telling.Directory;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hears of accounts and of what happens to them. Accounts are written in one order, so that two who
 * hear of the same ones do not wait for each other.
 */
final class FactsHandler implements MessageHandler {

  private final Directory directory;
  private final RespondToHappening respond;

  FactsHandler(Directory directory, RespondToHappening respond) {
    this.directory = directory;
    this.respond = respond;
  }

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    return Flux.fromIterable(messages)
        .filter(message -> message.type().equals(AccountRecordedMessage.TYPE))
        .map(message -> message.as(AccountRecordedMessage.class))
        .sort(comparing(AccountRecordedMessage::accountId))
        .concatMap(
            account ->
                directory.recorded(account.accountId(), account.name(), account.ownerEmail()))
        .then(Mono.defer(() -> respond.on(tenant, happenings(messages))));
  }

  private static List<Happening> happenings(List<ReceivedMessage> messages) {
    return messages.stream()
        .filter(message -> message.type().equals(FactRecordedMessage.TYPE))
        .<Happening>map(message -> message.as(FactRecordedMessage.class).toDomain())
        .toList();
  }
}
