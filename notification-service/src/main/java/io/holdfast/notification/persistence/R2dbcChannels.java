package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.channel.Destination;
import io.holdfast.notification.channel.WebhookSecret;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.telling.Channels;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class R2dbcChannels implements Channels {

  private final DatabaseClient database;

  public R2dbcChannels(DatabaseClient database) {
    this.database = database;
  }

  /** Relies on the primary key. */
  @Override
  public Flux<Channel> all() {
    return database
        .sql("select " + ChannelRows.COLUMNS + " from channel c order by c.channel_id")
        .map(ChannelRows::read)
        .all();
  }

  @Override
  public Mono<Channel> byId(UUID id) {
    return database
        .sql("select " + ChannelRows.COLUMNS + " from channel c where c.channel_id = :id")
        .bind("id", id)
        .map(ChannelRows::read)
        .one();
  }

  @Override
  public Mono<Void> add(Channel channel) {
    return database
        .sql(
            """
            insert into channel (channel_id, type, name, url, recipients, events, secret, created_at)
            values (:id, :type, :name, :url, :to, :events, :secret, :at)
            """)
        .bind("id", channel.id())
        .bind("type", channel.type().code())
        .bind("name", channel.name())
        .bind(
            "url",
            orNull(channel.destination().map(R2dbcChannels::text).orElse(null), String.class))
        .bind("to", channel.to().stream().map(EmailAddress::value).toArray(String[]::new))
        .bind("events", channel.events().toArray(String[]::new))
        .bind(
            "secret",
            orNull(
                Optional.ofNullable(channel.secret()).map(WebhookSecret::value).orElse(null),
                String.class))
        .bind("at", channel.createdAt())
        .then();
  }

  /** Relies on delivery_by_channel. */
  @Override
  public Mono<Boolean> remove(UUID id) {
    return database
        .sql(
            """
            update delivery set state = 'dead', next_try_at = null
             where channel_id = :id and state = 'pending'
            """)
        .bind("id", id)
        .then()
        .then(
            database
                .sql("delete from channel where channel_id = :id")
                .bind("id", id)
                .fetch()
                .rowsUpdated())
        .map(removed -> removed > 0);
  }

  @Override
  public Mono<Void> disable(UUID id, String because) {
    return database
        .sql("update channel set disabled_because = :because where channel_id = :id")
        .bind("id", id)
        .bind("because", because)
        .then();
  }

  private static String text(Destination destination) {
    return destination.uri().toString();
  }
}
