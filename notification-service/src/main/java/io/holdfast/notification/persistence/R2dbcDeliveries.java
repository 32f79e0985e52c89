package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;

import io.holdfast.messaging.Timers;
import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.delivering.DeliverMessage;
import io.holdfast.notification.delivering.Deliveries;
import io.holdfast.notification.delivery.Attempt;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.delivery.DeliveryState;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.telling.Outbound;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Statements without a word about it rely on the primary key. */
public final class R2dbcDeliveries implements Deliveries, Outbound {

  private final DatabaseClient database;
  private final ChannelRows channels;
  private final Timers timers;
  private final Supplier<UUID> ids;
  private final Clock clock;

  public R2dbcDeliveries(
      DatabaseClient database,
      ChannelRows channels,
      Timers timers,
      Supplier<UUID> ids,
      Clock clock) {
    this.database = database;
    this.channels = channels;
    this.timers = timers;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Mono<UUID> mail(
      TenantId tenant, EmailAddress to, @Nullable Channel through, Letter letter) {
    UUID channel = through == null ? null : through.id();
    return begin(tenant, ChannelType.EMAIL, channel, to.value(), letter, clock.instant());
  }

  @Override
  public Mono<UUID> call(TenantId tenant, Channel channel, Letter letter) {
    return slot(channel)
        .flatMap(at -> begin(tenant, channel.type(), channel.id(), null, letter, at));
  }

  private Mono<UUID> begin(
      TenantId tenant,
      ChannelType type,
      @Nullable UUID channel,
      @Nullable String address,
      Letter letter,
      Instant at) {
    Delivery delivery =
        new Delivery(
            ids.get(),
            type,
            channel,
            address,
            letter.alertId(),
            letter.event(),
            letter.content(),
            DeliveryState.PENDING,
            0,
            clock.instant(),
            at);
    return save(tenant, delivery).thenReturn(delivery.id());
  }

  /**
   * When a channel takes the next message: Slack one a second, the others at once. A slot far ahead
   * was given before the business clock was set back.
   */
  private Mono<Instant> slot(Channel channel) {
    Instant now = clock.instant();
    if (channel.type() != ChannelType.SLACK) {
      return Mono.just(now);
    }
    return database
        .sql(
            """
            update channel
               set free_at = interval '1 second' + case
                 when free_at between :now and :now + interval '1 hour' then free_at
                 else :now end
             where channel_id = :id
            returning free_at - interval '1 second' as slot
            """)
        .bind("now", now)
        .bind("id", channel.id())
        .map(row -> need(row, "slot", Instant.class))
        .one();
  }

  @Override
  public Mono<Posting> pending(UUID id) {
    return database
        .sql(
            "select "
                + DeliveryRows.COLUMNS
                + ", c.channel_id is not null as has_channel, "
                + ChannelRows.COLUMNS.replace("c.channel_id,", "")
                + """
                from delivery d
                left join channel c on c.tenant_id = d.tenant_id and c.channel_id = d.channel_id
                where d.delivery_id = :id and d.state = 'pending'
                """)
        .bind("id", id)
        .map(
            row ->
                new Posting(
                    DeliveryRows.read(row),
                    need(row, "has_channel", Boolean.class)
                        ? Optional.of(channels.read(row))
                        : Optional.empty()))
        .one();
  }

  @Override
  public Mono<Delivery> byId(UUID id) {
    return database
        .sql(
            "select "
                + DeliveryRows.COLUMNS
                + " from delivery d where delivery_id = :id for update")
        .bind("id", id)
        .map(DeliveryRows::read)
        .one();
  }

  @Override
  public Mono<Void> save(TenantId tenant, Delivery delivery) {
    Mono<Void> row =
        DeliveryRows.bind(
                database.sql(
                    """
                    insert into delivery (delivery_id, type, channel_id, address, alert_id, event,
                      content, state, tries, created_at, next_try_at)
                    values (:id, :type, :channel, :address, :alert, :event,
                      :content, :state, :tries, :createdAt, :nextTryAt)
                    on conflict (tenant_id, delivery_id) do update set
                      state = excluded.state, tries = excluded.tries,
                      next_try_at = excluded.next_try_at
                    """),
                delivery)
            .then();
    Instant next = delivery.nextTryAt();
    return next == null
        ? row
        : row.then(timers.set(tenant, DeliverMessage.TIMER, delivery.id().toString(), next, ""));
  }

  @Override
  public Mono<Void> log(Attempt attempt) {
    return database
        .sql(
            """
            insert into delivery_attempt (delivery_id, at, took_millis, outcome, detail)
            values (:id, :at, :took, :outcome, :detail)
            """)
        .bind("id", attempt.deliveryId())
        .bind("at", attempt.at())
        .bind("took", attempt.took().toMillis())
        .bind("outcome", attempt.outcome())
        .bind("detail", attempt.detail())
        .then();
  }
}
