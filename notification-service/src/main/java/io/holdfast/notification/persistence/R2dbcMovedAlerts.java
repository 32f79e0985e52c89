package io.holdfast.notification.persistence;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.responding.MovedAlerts;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Statements without a word about it rely on the primary key. */
public final class R2dbcMovedAlerts implements MovedAlerts {

  /** Alerts are read whole, for once; runs rely on play_run_by_account. */
  private static final List<String> MOVED =
      List.of(
          """
          insert into account (account_id, name, owner_email)
          select :into, name, owner_email from account where account_id = :from
          on conflict (tenant_id, account_id) do nothing
          """,
          """
          insert into account_anew (account_id, name, owner_email, told_again)
          select :into, name, owner_email, true from account_anew where account_id = :from
          on conflict (tenant_id, account_id) do nothing
          """,
          "update alert set account_id = :into where account_id = :from",
          "update play_run set account_id = :into where account_id = :from",
          """
          insert into settlement as s (account_id, play_key, thing, settled_until)
          select :into, play_key, thing, settled_until from settlement where account_id = :from
          on conflict (tenant_id, account_id, play_key, thing) do update
             set settled_until = greatest(s.settled_until, excluded.settled_until)
          """);

  private static final List<String> GONE = List.of("account", "account_anew", "settlement");

  private final DatabaseClient database;

  public R2dbcMovedAlerts(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> follow(UUID run, Alert alert) {
    return database
        .sql("update play_run set alert_id = :alert where run_id = :run")
        .bind("alert", alert.id())
        .bind("run", run)
        .then()
        .then(
            database
                .sql("update digest_entry set alert_id = :alert where run_id = :run") // few rows
                .bind("alert", alert.id())
                .bind("run", run)
                .then());
  }

  @Override
  public Mono<Void> move(String from, String into) {
    return Flux.fromIterable(MOVED)
        .concatMap(sql -> database.sql(sql).bind("from", from).bind("into", into).then())
        .thenMany(Flux.fromIterable(GONE))
        .concatMap(
            table ->
                database
                    .sql("delete from " + table + " where account_id = :from")
                    .bind("from", from)
                    .then())
        .then();
  }
}
