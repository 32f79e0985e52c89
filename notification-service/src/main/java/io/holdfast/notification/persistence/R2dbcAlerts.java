package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.Band;
import io.holdfast.notification.alert.OpenAlerts;
import io.holdfast.notification.alert.Verdict;
import io.holdfast.notification.alert.Warning;
import io.holdfast.notification.responding.Alerts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Statements without a word about it rely on the primary key. */
public final class R2dbcAlerts implements Alerts {

  private static final String TENANT = "hashtextextended(current_setting('app.tenant'), 7)";
  private static final String ACCOUNT =
      "hashtextextended(current_setting('app.tenant') || '|' || id, 7)";

  private final DatabaseClient database;
  private final AlertRows rows;

  public R2dbcAlerts(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.rows = new AlertRows(json);
  }

  /** Those who hold some accounts share the tenant; the order of their keys is the same for all. */
  @Override
  public Mono<Void> hold(Collection<String> accountIds) {
    if (accountIds.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql("select pg_advisory_xact_lock_shared(" + TENANT + ")")
        .then()
        .then(
            database
                .sql(
                    "select pg_advisory_xact_lock(account) from (select distinct "
                        + ACCOUNT
                        + " as account from unnest(:accounts::text[]) as id order by account)"
                        + " ordered")
                .bind("accounts", accountIds.toArray(String[]::new))
                .then());
  }

  @Override
  public Mono<Void> holdAll() {
    return database.sql("select pg_advisory_xact_lock(" + TENANT + ")").then();
  }

  @Override
  public Mono<Alert> byId(UUID id) {
    return database
        .sql("select " + AlertRows.COLUMNS + " from alert a where alert_id = :id")
        .bind("id", id)
        .map(rows::read)
        .one();
  }

  /** Relies on alert_open. */
  @Override
  public Mono<OpenAlerts> openOf(String accountId) {
    return database
        .sql(
            "select "
                + AlertRows.COLUMNS
                + " from alert a where account_id = :account and state <> 'closed'")
        .bind("account", accountId)
        .map(rows::read)
        .all()
        .collectList()
        .map(OpenAlerts::new);
  }

  /** Relies on alert_muted. */
  @Override
  public Flux<Alert> mutedBy(UUID id) {
    return database
        .sql(
            "select "
                + AlertRows.COLUMNS
                + " from alert a where muted_by = :id and state <> 'closed'")
        .bind("id", id)
        .map(rows::read)
        .all();
  }

  @Override
  public Mono<Void> save(Alert alert) {
    Warning warning = alert.warning();
    return database
        .sql(
            """
            insert into alert (alert_id, account_id, kind, play_key, severity, state, title, reasons,
              band, previous_band, score, since, from_history, opened_at, muted_by, closed_at, verdict)
            values (:id, :account, :kind, :play, :severity, :state, :title, :reasons::jsonb,
              :band, :previousBand, :score, :since, :fromHistory, :openedAt, :mutedBy, :closedAt, :verdict)
            on conflict (tenant_id, alert_id) do update set
              severity = excluded.severity, state = excluded.state, title = excluded.title,
              reasons = excluded.reasons, band = excluded.band,
              previous_band = excluded.previous_band, score = excluded.score, since = excluded.since,
              from_history = excluded.from_history, muted_by = excluded.muted_by,
              closed_at = excluded.closed_at, verdict = excluded.verdict
            """)
        .bind("id", alert.id())
        .bind("account", warning.accountId())
        .bind("kind", warning.kind().code())
        .bind("play", warning.play())
        .bind("severity", warning.severity().code())
        .bind("state", alert.state().code())
        .bind("title", warning.title())
        .bind("reasons", rows.reasons(warning.reasons()))
        .bind("band", orNull(code(warning.band()), String.class))
        .bind("previousBand", orNull(code(warning.previousBand()), String.class))
        .bind("score", orNull(warning.score(), BigDecimal.class))
        .bind("since", warning.since())
        .bind("fromHistory", warning.learntFromHistory())
        .bind("openedAt", alert.openedAt())
        .bind("mutedBy", orNull(alert.mutedBy(), UUID.class))
        .bind("closedAt", orNull(alert.closedAt(), Instant.class))
        .bind("verdict", orNull(code(alert.verdict()), String.class))
        .then();
  }

  private static @Nullable String code(@Nullable Band band) {
    return band == null ? null : band.code();
  }

  private static @Nullable String code(@Nullable Verdict verdict) {
    return verdict == null ? null : verdict.code();
  }
}
