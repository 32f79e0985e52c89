package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;

import io.holdfast.notification.listing.PlayList;
import io.holdfast.notification.persistence.Keyset.Key;
import io.holdfast.notification.play.Play;
import io.holdfast.notification.responding.Plays;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

public final class R2dbcPlays implements Plays, PlayList {

  private static final Keyset PAGES =
      new Keyset(
          Map.of("name", Key.text("name"), "key", Key.text("play_key")),
          Key.text("(play_key || ':' || version)"));

  /** A row as the JSON the play was written in. */
  private static final String PLAY_JSON =
      """
      json_build_object('key', play_key, 'version', version, 'name', name, 'kind', kind,
        'state', state, 'cooldown', cooldown, 'trigger', trigger, 'steps', steps, 'exits', exits)::text
      """;

  private final DatabaseClient database;
  private final PlayRows rows;
  private final String[] shipped;

  /**
   * @param shipped the plays every tenant begins with, as JSON
   */
  public R2dbcPlays(DatabaseClient database, JsonMapper json, List<String> shipped) {
    this.database = database;
    this.rows = new PlayRows(json);
    this.shipped = shipped.toArray(String[]::new);
    shipped.forEach(rows::read);
  }

  @Override
  public Flux<Play> live() {
    return seed()
        .thenMany(
            database
                .sql(
                    "select distinct on (play_key) "
                        + PLAY_JSON
                        + " as play from play where state = 'live' order by play_key, version desc")
                .map(row -> rows.read(need(row, "play", String.class)))
                .all());
  }

  /** A tenant has few plays, so no index serves their order. */
  @Override
  public Mono<Page<String>> page(PageQuery query) {
    return seed()
        .then(
            PAGES.page(
                database,
                query,
                PLAY_JSON + " as play",
                "from play where true",
                statement -> statement,
                row -> need(row, "play", String.class)));
  }

  @Override
  public Mono<Play> version(String key, int version) {
    return database
        .sql(
            "select "
                + PLAY_JSON
                + " as play from play where play_key = :key and version = :version")
        .bind("key", key)
        .bind("version", version)
        .map(row -> rows.read(need(row, "play", String.class)))
        .one();
  }

  /**
   * Writes the shipped plays a tenant does not have yet; a version once written is never changed.
   */
  private Mono<Void> seed() {
    return database
        .sql(
            """
            insert into play (play_key, version, name, kind, trigger, steps, exits, cooldown, state)
            select p ->> 'key', (p ->> 'version')::int, p ->> 'name', p ->> 'kind', p -> 'trigger',
                   p -> 'steps', p -> 'exits', p ->> 'cooldown', p ->> 'state'
              from unnest(:shipped::jsonb[]) as p
            on conflict (tenant_id, play_key, version) do nothing
            """)
        .bind("shipped", shipped)
        .then();
  }
}
