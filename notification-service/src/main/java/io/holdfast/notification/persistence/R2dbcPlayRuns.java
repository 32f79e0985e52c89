package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;

import io.holdfast.notification.alert.Severity;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.play.RunEntry;
import io.holdfast.notification.responding.PlayRuns;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Statements without a word about it rely on the primary key. */
public final class R2dbcPlayRuns implements PlayRuns {

  private final DatabaseClient database;

  public R2dbcPlayRuns(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<PlayRun> byId(UUID id) {
    return database
        .sql("select " + PlayRunRows.COLUMNS + " from play_run r where run_id = :id")
        .bind("id", id)
        .map(PlayRunRows::read)
        .one();
  }

  /** Relies on play_run_by_alert. */
  @Override
  public Flux<PlayRun> runningFor(UUID alertId) {
    return database
        .sql(
            "select "
                + PlayRunRows.COLUMNS
                + " from play_run r where alert_id = :alert and outcome is null")
        .bind("alert", alertId)
        .map(PlayRunRows::read)
        .all();
  }

  /** Relies on play_run_by_account and play_run_entry_by_run. */
  @Override
  public Mono<Instant> lastTold(String play, String accountId, Severity atLeast, UUID exceptAlert) {
    String[] severities =
        Arrays.stream(Severity.values())
            .filter(severity -> !atLeast.exceeds(severity))
            .map(Severity::code)
            .toArray(String[]::new);
    return database
        .sql(
            """
            select max(e.at) as told_at
              from play_run r join play_run_entry e on e.tenant_id = r.tenant_id and e.run_id = r.run_id
             where r.play_key = :play and r.account_id = :account and r.alert_id <> :alert
               and r.severity = any(:severities) and e.outcome = 'told'
            having max(e.at) is not null
            """)
        .bind("play", play)
        .bind("account", accountId)
        .bind("alert", exceptAlert)
        .bind("severities", severities)
        .map(row -> need(row, "told_at", Instant.class))
        .one();
  }

  @Override
  public Mono<Void> save(PlayRun run) {
    return PlayRunRows.bind(
            database.sql(
                """
                insert into play_run (run_id, play_key, version, account_id, alert_id, severity,
                  started_at, next_step, waiting_for, outcome, ended_at)
                values (:id, :play, :version, :account, :alert, :severity,
                  :startedAt, :next, :waitingFor, :outcome, :endedAt)
                on conflict (tenant_id, run_id) do update set
                  next_step = excluded.next_step, waiting_for = excluded.waiting_for,
                  outcome = excluded.outcome, ended_at = excluded.ended_at
                """),
            run)
        .then();
  }

  @Override
  public Mono<Void> record(RunEntry entry) {
    return database
        .sql(
            """
            insert into play_run_entry (run_id, at, step, outcome, detail)
            values (:run, :at, :step, :outcome, :detail)
            """)
        .bind("run", entry.runId())
        .bind("at", entry.at())
        .bind("step", entry.step())
        .bind("outcome", entry.outcome())
        .bind("detail", entry.detail())
        .then();
  }
}
