package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;

import io.holdfast.notification.persistence.Keyset.Column;
import io.holdfast.tenancy.PageQuery;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays as people look at them: the rows themselves. */
public final class PlayList {

  private static final Keyset PAGES =
      new Keyset(
          Map.of("name", new Column("name", "text"), "key", new Column("play_key", "text")),
          "(play_key || ':' || version)",
          "text");

  private final DatabaseClient database;
  private final R2dbcPlays plays;
  private final JsonMapper json;

  public PlayList(DatabaseClient database, R2dbcPlays plays, JsonMapper json) {
    this.database = database;
    this.plays = plays;
    this.json = json;
  }

  /** The plays as JSON. */
  public Flux<JsonNode> page(PageQuery page) {
    String sql =
        "select " + R2dbcPlays.PLAY_JSON + " as play from play where true " + PAGES.tail(page);
    return plays
        .seed()
        .thenMany(
            PAGES
                .bind(database.sql(sql), page)
                .map(row -> json.readTree(need(row, "play", String.class)))
                .all());
  }
}
