package io.holdfast.notification.listing;

import static io.holdfast.notification.persistence.Nullables.need;

import io.holdfast.notification.listing.Keyset.Key;
import io.holdfast.notification.persistence.R2dbcPlays;
import io.holdfast.tenancy.Page;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays by name, as they are written in their rows. */
public final class PlayList {

  private static final Keyset PAGES =
      new Keyset(
          "name",
          Map.of("name", Key.text("name"), "key", Key.text("play_key")),
          Key.text("(play_key || ':' || version)"));

  private final DatabaseClient database;
  private final R2dbcPlays plays;
  private final JsonMapper json;

  public PlayList(DatabaseClient database, R2dbcPlays plays, JsonMapper json) {
    this.database = database;
    this.plays = plays;
    this.json = json;
  }

  /** The plays as JSON. A tenant has few, so no index serves their order. */
  public Mono<Page<JsonNode>> page(Map<String, String> query) {
    return plays
        .seed()
        .then(
            Mono.defer(
                () ->
                    PAGES.page(
                        database,
                        query,
                        R2dbcPlays.PLAY_JSON + " as play",
                        "from play where true",
                        statement -> statement,
                        row -> json.readTree(need(row, "play", String.class)))));
  }
}
