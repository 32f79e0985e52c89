package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;
import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.persistence.Keyset.Column;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.play.RunEntry;
import io.holdfast.tenancy.PageQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs with their audit, as people look at them. */
public final class PlayRunList {

  private static final Keyset PAGES =
      new Keyset(
          Map.of(
              "at", new Column("r.started_at", "timestamptz"),
              "account", new Column("r.account_id", "text")),
          "r.run_id",
          "uuid");

  private final DatabaseClient database;

  public PlayRunList(DatabaseClient database) {
    this.database = database;
  }

  public record Listed(PlayRun run, List<RunEntry> audit) {}

  /** What to show; null means all. */
  public record Filter(
      @Nullable String account,
      @Nullable String play,
      @Nullable UUID alert,
      Optional<Set<String>> visible) {}

  /** Relies on play_run_by_time for the usual order. */
  public Mono<List<Listed>> page(PageQuery page, Filter filter) {
    String sql =
        "select "
            + R2dbcPlayRuns.COLUMNS
            + """
             from play_run r
             where (:visible::text[] is null or r.account_id = any(:visible))
               and (:account::text is null or r.account_id = :account)
               and (:play::text is null or r.play_key = :play)
               and (:alert::uuid is null or r.alert_id = :alert)
            """
            + PAGES.tail(page);
    return PAGES
        .bind(
            database
                .sql(sql)
                .bind("visible", AlertList.visible(filter.visible()))
                .bind("account", orNull(filter.account(), String.class))
                .bind("play", orNull(filter.play(), String.class))
                .bind("alert", orNull(filter.alert(), UUID.class)),
            page)
        .map(R2dbcPlayRuns::read)
        .all()
        .collectList()
        .flatMap(this::withAudit);
  }

  private Mono<List<Listed>> withAudit(List<PlayRun> runs) {
    UUID[] ids = runs.stream().map(PlayRun::id).toArray(UUID[]::new);
    Flux<RunEntry> entries =
        database
            .sql(
                """
                select run_id, at, step, outcome, detail from play_run_entry
                 where run_id = any(:ids) order by run_id, entry_id
                """)
            .bind("ids", ids)
            .map(
                row ->
                    new RunEntry(
                        need(row, "run_id", UUID.class),
                        need(row, "at", Instant.class),
                        need(row, "step", Integer.class),
                        need(row, "outcome", String.class),
                        need(row, "detail", String.class)))
            .all();
    return entries
        .collectMultimap(RunEntry::runId)
        .map(
            byRun ->
                runs.stream()
                    .map(
                        run ->
                            new Listed(run, List.copyOf(byRun.getOrDefault(run.id(), List.of()))))
                    .toList());
  }
}
