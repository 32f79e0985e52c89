package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;
import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.delivery.Attempt;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.persistence.Keyset.Column;
import io.holdfast.tenancy.PageQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The delivery log, as people look at it. */
public final class DeliveryList {

  private static final Keyset PAGES =
      new Keyset(Map.of("at", new Column("d.created_at", "timestamptz")), "d.delivery_id", "uuid");

  private final DatabaseClient database;

  public DeliveryList(DatabaseClient database) {
    this.database = database;
  }

  public record Listed(Delivery delivery, List<Attempt> attempts) {}

  /** What to show; null means all. */
  public record Filter(
      @Nullable UUID alert,
      @Nullable UUID channel,
      @Nullable String state,
      Optional<Set<String>> visible) {}

  /** Relies on delivery_by_time for the usual order. */
  public Mono<List<Listed>> page(PageQuery page, Filter filter) {
    String sql =
        "select "
            + R2dbcDeliveries.COLUMNS
            + """
             from delivery d
             where (:visible::text[] is null or exists (
                 select 1 from alert a
                  where a.tenant_id = d.tenant_id and a.alert_id = d.alert_id
                    and a.account_id = any(:visible)))
               and (:alert::uuid is null or d.alert_id = :alert)
               and (:channel::uuid is null or d.channel_id = :channel)
               and (:state::text is null or d.state = :state)
            """
            + PAGES.tail(page);
    return PAGES
        .bind(
            database
                .sql(sql)
                .bind("visible", AlertList.visible(filter.visible()))
                .bind("alert", orNull(filter.alert(), UUID.class))
                .bind("channel", orNull(filter.channel(), UUID.class))
                .bind("state", orNull(filter.state(), String.class)),
            page)
        .map(R2dbcDeliveries::read)
        .all()
        .collectList()
        .flatMap(this::withAttempts);
  }

  /** Relies on delivery_attempt_by_delivery. */
  private Mono<List<Listed>> withAttempts(List<Delivery> deliveries) {
    UUID[] ids = deliveries.stream().map(Delivery::id).toArray(UUID[]::new);
    return database
        .sql(
            """
            select delivery_id, at, took_millis, outcome, detail from delivery_attempt
             where delivery_id = any(:ids) order by delivery_id, attempt_id
            """)
        .bind("ids", ids)
        .map(
            row ->
                new Attempt(
                    need(row, "delivery_id", UUID.class),
                    need(row, "at", Instant.class),
                    Duration.ofMillis(need(row, "took_millis", Long.class)),
                    need(row, "outcome", String.class),
                    need(row, "detail", String.class)))
        .all()
        .collectMultimap(Attempt::deliveryId)
        .map(
            byDelivery ->
                deliveries.stream()
                    .map(
                        delivery ->
                            new Listed(
                                delivery,
                                List.copyOf(byDelivery.getOrDefault(delivery.id(), List.of()))))
                    .toList());
  }
}
