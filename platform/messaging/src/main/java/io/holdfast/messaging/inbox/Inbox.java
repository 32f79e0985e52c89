package io.holdfast.messaging.inbox;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.messaging.generation.Generations.Held;
import io.holdfast.messaging.merging.Settling;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Gives messages their effect once: the id is written in the transaction of the effect. */
final class Inbox {
  private final TenantTransactions tenants;
  private final DatabaseClient database;
  private final Settling settling;

  Inbox(TenantTransactions tenants, DatabaseClient database, Settling settling) {
    this.tenants = tenants;
    this.database = database;
    this.settling = settling;
  }

  Mono<Void> once(
      String consumer, TenantId tenant, List<ReceivedMessage> messages, MessageHandler handler) {
    return tenants.run(
        tenant,
        () ->
            settling
                .hold(tenant, consumer, messages)
                .flatMap(
                    held ->
                        unseen(consumer, held.generation(), tenant, messages)
                            .flatMap(news -> settle(tenant, held, news, handler))));
  }

  /** Handles a message whose id counts as seen already, in the transaction that is under way. */
  Mono<Void> again(
      String consumer, TenantId tenant, ReceivedMessage message, MessageHandler handler) {
    List<ReceivedMessage> one = List.of(message);
    return settling.hold(tenant, consumer, one).flatMap(held -> settle(tenant, held, one, handler));
  }

  private Mono<Void> settle(
      TenantId tenant, Held held, List<ReceivedMessage> news, MessageHandler handler) {
    return news.isEmpty()
        ? Mono.empty()
        : settling
            .settle(tenant, held, news)
            .flatMap(rest -> rest.isEmpty() ? Mono.empty() : handler.handle(tenant, rest));
  }

  private Mono<List<ReceivedMessage>> unseen(
      String consumer, int generation, TenantId tenant, List<ReceivedMessage> messages) {
    String[] ids = messages.stream().map(ReceivedMessage::id).distinct().toArray(String[]::new);
    return seen(database, consumer, generation, tenant.value(), ids)
        .map(before -> others(messages, before));
  }

  /**
   * Writes ids as seen and gives those that were before: hardly ever any, where the new ones would
   * be a row each.
   */
  static Mono<Set<String>> seen(
      DatabaseClient database, String consumer, int generation, String tenant, String... ids) {
    return database
        .sql(
            """
            with news as (
              insert into inbox (tenant_id, consumer, generation, message_id)
              select $1, $2, $3, id from unnest($4::text[]) as id order by id
              on conflict do nothing
              returning message_id)
            select array(select unnest($4::text[]) except select message_id from news)
            """)
        .bind(0, tenant)
        .bind(1, consumer)
        .bind(2, generation)
        .bind(3, ids)
        .map(row -> Set.of(Objects.requireNonNull(row.get(0, String[].class))))
        .one();
  }

  /** A message twice in one batch counts once, at its first place. */
  private static List<ReceivedMessage> others(List<ReceivedMessage> messages, Set<String> before) {
    Set<String> met = new HashSet<>(before);
    return messages.stream().filter(message -> met.add(message.id())).toList();
  }
}
