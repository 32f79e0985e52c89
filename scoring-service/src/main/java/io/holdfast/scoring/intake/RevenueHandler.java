package io.holdfast.scoring.intake;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.scoring.rescoring.Accounts;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What accounts are worth, to be shown beside their health. */
@Component
final class RevenueHandler implements MessageHandler {

  private final Accounts accounts;

  RevenueHandler(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    return accounts.revenue(
        tenant,
        messages.stream()
            .filter(message -> message.type().equals(AccountMrrChangedMessage.TYPE))
            .map(message -> message.as(AccountMrrChangedMessage.class).toDomain())
            .toList());
  }
}
