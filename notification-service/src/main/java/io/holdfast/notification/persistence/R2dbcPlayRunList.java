package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.listing.PlayRunList;
import io.holdfast.notification.listing.Trailed;
import io.holdfast.notification.persistence.Keyset.Key;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.play.RunEntry;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

public final class R2dbcPlayRunList implements PlayRunList {

  private static final Keyset PAGES =
      new Keyset(
          Map.of("at", Key.instant("r.started_at"), "account", Key.text("r.account_id")),
          Key.uuid("r.run_id"));

  /** Relies on play_run_entry_by_run. */
  private static final Trail<RunEntry> AUDIT =
      new Trail<>(
          """
          select run_id, at, step, outcome, detail from play_run_entry
           where run_id = any(:ids) order by run_id, entry_id
          """,
          PlayRunRows::readEntry,
          RunEntry::runId);

  private final DatabaseClient database;

  public R2dbcPlayRunList(DatabaseClient database) {
    this.database = database;
  }

  /** Relies on play_run_by_time for the usual order. */
  @Override
  public Mono<Page<Trailed<PlayRun, RunEntry>>> page(PageQuery query, Filter filter) {
    return PAGES
        .page(
            database,
            query,
            PlayRunRows.COLUMNS,
            """
            from play_run r
            where (:visible::text[] is null or r.account_id = any(:visible))
              and (:account::text is null or r.account_id = :account)
              and (:play::text is null or r.play_key = :play)
              and (:alert::uuid is null or r.alert_id = :alert)
            """,
            statement ->
                new Visible(filter.visible())
                    .bindTo(statement)
                    .bind("account", orNull(filter.account(), String.class))
                    .bind("play", orNull(filter.play(), String.class))
                    .bind("alert", orNull(filter.alert(), UUID.class)),
            PlayRunRows::read)
        .flatMap(page -> AUDIT.beside(database, page, PlayRun::id));
  }
}
