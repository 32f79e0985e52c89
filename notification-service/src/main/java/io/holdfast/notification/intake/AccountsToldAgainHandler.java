package io.holdfast.notification.intake;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.notification.remembering.RememberAccounts;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Hears the archive told again: of accounts, and of nothing that happened to them. */
record AccountsToldAgainHandler(RememberAccounts accounts) implements MessageHandler {

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    return accounts.told(tenant, AccountRecordedMessage.newsOf(messages));
  }
}
