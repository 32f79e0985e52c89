package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.delivery.Attempt;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.listing.DeliveryList;
import io.holdfast.notification.listing.Trailed;
import io.holdfast.notification.persistence.Keyset.Key;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

public final class R2dbcDeliveryList implements DeliveryList {

  private static final Keyset PAGES =
      new Keyset(Map.of("at", Key.instant("d.created_at")), Key.uuid("d.delivery_id"));

  private static final String SOURCE =
      """
      from delivery d
      where (:visible::text[] is null or exists (
          select 1 from alert a
           where a.tenant_id = d.tenant_id and a.alert_id = d.alert_id
             and a.account_id = any(:visible)))
      """;

  /** Relies on delivery_attempt_by_delivery. */
  private static final Trail<Attempt> TRIES =
      new Trail<>(
          """
          select delivery_id, at, took_millis, outcome, detail from delivery_attempt
           where delivery_id = any(:ids) order by delivery_id, attempt_id
          """,
          DeliveryRows::readAttempt,
          Attempt::deliveryId);

  private final DatabaseClient database;

  public R2dbcDeliveryList(DatabaseClient database) {
    this.database = database;
  }

  /** Relies on delivery_by_time for the usual order. */
  @Override
  public Mono<Page<Trailed<Delivery, Attempt>>> page(PageQuery query, Filter filter) {
    return PAGES
        .page(
            database,
            query,
            DeliveryRows.COLUMNS,
            SOURCE
                + """
                 and (:alert::uuid is null or d.alert_id = :alert)
                 and (:channel::uuid is null or d.channel_id = :channel)
                 and (:state::text is null or d.state = :state)
                """,
            statement ->
                new Visible(filter.visible())
                    .bindTo(statement)
                    .bind("alert", orNull(filter.alert(), UUID.class))
                    .bind("channel", orNull(filter.channel(), UUID.class))
                    .bind("state", orNull(filter.state(), String.class)),
            DeliveryRows::read)
        .flatMap(page -> TRIES.beside(database, page, Delivery::id));
  }

  /** Relies on the primary key. */
  @Override
  public Mono<Boolean> shows(UUID id, Optional<Set<String>> visible) {
    return new Visible(visible)
        .bindTo(database.sql("select 1 " + SOURCE + " and d.delivery_id = :id"))
        .bind("id", id)
        .map(_ -> true)
        .one()
        .defaultIfEmpty(false);
  }
}
