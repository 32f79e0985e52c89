package io.holdfast.notification.persistence;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.listing.ChannelList;
import io.holdfast.notification.persistence.Keyset.Key;
import io.holdfast.notification.telling.Channels;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class R2dbcChannels implements Channels, ChannelList {

  private static final Keyset PAGES =
      new Keyset(
          Map.of("name", Key.text("c.name"), "at", Key.instant("c.created_at")),
          Key.uuid("c.channel_id"));

  private final DatabaseClient database;
  private final ChannelRows rows;

  public R2dbcChannels(DatabaseClient database, ChannelRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** Relies on the primary key. */
  @Override
  public Flux<Channel> all() {
    return database
        .sql("select " + ChannelRows.COLUMNS + " from channel c order by c.channel_id")
        .map(rows::read)
        .all();
  }

  /** Relies on channel_by_name for the usual order. */
  @Override
  public Mono<Page<Channel>> page(PageQuery query) {
    return PAGES.page(
        database,
        query,
        ChannelRows.COLUMNS,
        "from channel c where true",
        statement -> statement,
        rows::read);
  }

  @Override
  public Mono<Channel> byId(UUID id) {
    return database
        .sql("select " + ChannelRows.COLUMNS + " from channel c where c.channel_id = :id")
        .bind("id", id)
        .map(rows::read)
        .one();
  }

  @Override
  public Mono<Void> add(Channel channel) {
    return rows.bind(
            database.sql(
                """
                insert into channel (channel_id, type, name, url, recipients, events, secret,
                  created_at)
                values (:id, :type, :name, :url, :to, :events, :secret, :at)
                """),
            channel)
        .then();
  }

  /** Seals what is still readable; the few channels of a tenant are looked through. */
  public Mono<Void> sealReadable() {
    return database
        .sql(
            "select "
                + ChannelRows.COLUMNS
                + """
                 from channel c
                where c.secret not like 'sealed:%' or (c.type = 'slack' and c.url not like 'sealed:%')
                """)
        .map(rows::read)
        .all()
        .collectList()
        .flatMapIterable(readable -> readable)
        .concatMap(this::seal)
        .then();
  }

  private Mono<Void> seal(Channel channel) {
    return rows.bindSecrets(
            database.sql("update channel set url = :url, secret = :secret where channel_id = :id"),
            channel)
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
}
