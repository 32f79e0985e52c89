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

/** Hears of bands. Accounts are written in the order that the facts are written in as well. */
final class HealthHandler implements MessageHandler {

  private final Directory directory;
  private final RespondToHappening respond;

  HealthHandler(Directory directory, RespondToHappening respond) {
    this.directory = directory;
    this.respond = respond;
  }

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    List<BandChangedMessage> changes =
        messages.stream()
            .filter(message -> message.type().equals(BandChangedMessage.TYPE))
            .map(message -> message.as(BandChangedMessage.class))
            .toList();
    return Flux.fromIterable(changes)
        .sort(comparing(BandChangedMessage::accountId))
        .concatMap(
            change ->
                directory.mentioned(change.accountId(), change.accountName(), change.ownerEmail()))
        .then(Mono.defer(() -> respond.on(tenant, happenings(changes))));
  }

  private static List<Happening> happenings(List<BandChangedMessage> changes) {
    return changes.stream().<Happening>map(BandChangedMessage::toDomain).toList();
  }
}
