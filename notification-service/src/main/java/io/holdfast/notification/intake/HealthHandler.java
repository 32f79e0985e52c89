package io.holdfast.notification.intake;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.notification.persistence.R2dbcDirectory;
import io.holdfast.notification.responding.RespondToHappening;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears of bands. */
final class HealthHandler implements MessageHandler {

  private final R2dbcDirectory directory;
  private final RespondToHappening respond;

  HealthHandler(R2dbcDirectory directory, RespondToHappening respond) {
    this.directory = directory;
    this.respond = respond;
  }

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    return Flux.fromIterable(messages)
        .filter(message -> message.type().equals(BandChangedMessage.TYPE))
        .concatMap(message -> bandChanged(tenant, message.as(BandChangedMessage.class)))
        .then();
  }

  private Mono<Void> bandChanged(TenantId tenant, BandChangedMessage message) {
    return directory
        .mentioned(message.accountId(), message.accountName(), message.ownerEmail())
        .then(Mono.defer(() -> respond.on(tenant, message.toDomain())));
  }
}
