package io.holdfast.notification.intake;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.notification.persistence.R2dbcDirectory;
import io.holdfast.notification.responding.RespondToHappening;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears of accounts and of what happens to them. */
final class FactsHandler implements MessageHandler {

  private final R2dbcDirectory directory;
  private final RespondToHappening respond;

  FactsHandler(R2dbcDirectory directory, RespondToHappening respond) {
    this.directory = directory;
    this.respond = respond;
  }

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    return Flux.fromIterable(messages).concatMap(message -> hear(tenant, message)).then();
  }

  private Mono<Void> hear(TenantId tenant, ReceivedMessage message) {
    return switch (message.type()) {
      case AccountRecordedMessage.TYPE -> {
        AccountRecordedMessage account = message.as(AccountRecordedMessage.class);
        yield directory.recorded(account.accountId(), account.name(), account.ownerEmail());
      }
      case FactRecordedMessage.TYPE ->
          respond.on(tenant, message.as(FactRecordedMessage.class).toDomain());
      default -> Mono.empty();
    };
  }
}
