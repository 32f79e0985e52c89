package io.holdfast.notification.listing;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.listing.Keyset.Key;
import io.holdfast.notification.persistence.ChannelRows;
import io.holdfast.tenancy.Page;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Channels by name. */
public final class ChannelList {

  private static final Keyset PAGES =
      new Keyset(
          "name",
          Map.of("name", Key.text("c.name"), "at", Key.instant("c.created_at")),
          Key.uuid("c.channel_id"));

  private final DatabaseClient database;
  private final ChannelRows rows;

  public ChannelList(DatabaseClient database, ChannelRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** Relies on channel_by_name for the usual order. */
  public Mono<Page<Channel>> page(Map<String, String> query) {
    return PAGES.page(
        database,
        query,
        ChannelRows.COLUMNS,
        "from channel c where true",
        statement -> statement,
        rows::read);
  }
}
