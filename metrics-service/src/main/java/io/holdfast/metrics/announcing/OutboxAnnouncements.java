package io.holdfast.metrics.announcing;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.metrics.booking.Announcements;
import io.holdfast.metrics.booking.Told;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.Standing;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Announces on {@code holdfast.revenue}. */
public final class OutboxAnnouncements implements Announcements {

  private static final String TOPIC = "holdfast.revenue";

  private final Told told;
  private final Outbox outbox;

  public OutboxAnnouncements(Told told, Outbox outbox) {
    this.told = told;
    this.outbox = outbox;
  }

  @Override
  public Mono<Void> announce(TenantId tenant, Instant at, Collection<News> news) {
    if (news.isEmpty()) {
      return Mono.empty();
    }
    CurrencyCode currency = news.iterator().next().standing().currency();
    return told.newMovements(movements(news))
        .zipWhen(_ -> told.newStandings(news.stream().map(News::standing).toList()))
        .flatMap(
            fresh -> outbox.append(messages(tenant, at, currency, fresh.getT1(), fresh.getT2())));
  }

  @Override
  public Mono<Void> takeOver(AccountId from, AccountId into, Collection<News> news) {
    return told.takeOver(from, into, movements(news));
  }

  private static List<AccountMovement> movements(Collection<News> news) {
    return news.stream()
        .flatMap(one -> one.moved().stream().map(m -> new AccountMovement(one.account(), m)))
        .toList();
  }

  private static List<OutgoingMessage> messages(
      TenantId tenant,
      Instant at,
      CurrencyCode currency,
      List<AccountMovement> movements,
      List<Standing> standings) {
    List<OutgoingMessage> messages = new ArrayList<>();
    for (AccountMovement one : movements) {
      Object body = MrrMovedMessage.of(one.account(), one.movement(), currency);
      messages.add(message(tenant, one.account(), MrrMovedMessage.TYPE, at, body));
    }
    for (Standing standing : standings) {
      Object body = AccountMrrChangedMessage.of(standing, at);
      messages.add(message(tenant, standing.account(), AccountMrrChangedMessage.TYPE, at, body));
    }
    return messages;
  }

  private static OutgoingMessage message(
      TenantId tenant, AccountId account, String type, Instant at, Object body) {
    return new OutgoingMessage(TOPIC, tenant, account.value(), type, at, body, Map.of());
  }
}
