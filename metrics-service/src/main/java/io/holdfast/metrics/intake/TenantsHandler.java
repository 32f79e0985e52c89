package io.holdfast.metrics.intake;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.metrics.booking.BookAccounts;
import io.holdfast.metrics.booking.Facts;
import io.holdfast.metrics.booking.Settings;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Takes a tenant's settings and books everything anew when they change how revenue is counted. */
public final class TenantsHandler implements MessageHandler {

  private final Settings settings;
  private final Facts facts;
  private final BookAccounts booking;

  public TenantsHandler(Settings settings, Facts facts, BookAccounts booking) {
    this.settings = settings;
    this.facts = facts;
    this.booking = booking;
  }

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    return messages.stream()
        .filter(message -> message.type().equals(TenantChangedMessage.TYPE))
        .reduce((_, later) -> later)
        .map(message -> message.as(TenantChangedMessage.class).toDomain())
        .map(settings::change)
        .orElse(Mono.just(false))
        .flatMap(changed -> changed ? booking.onAll(tenant, facts.accounts()) : Mono.empty());
  }
}
