package io.holdfast.metrics.persistence;

import io.holdfast.metrics.booking.Agenda.Look;
import io.holdfast.metrics.booking.PlannedLooks;
import io.holdfast.metrics.contract.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The table agenda. */
public final class R2dbcPlannedLooks implements PlannedLooks {

  private final DatabaseClient database;

  public R2dbcPlannedLooks(DatabaseClient database) {
    this.database = database;
  }

  private record LookRow(String accountId, Instant dueAt) {}

  @Override
  public Mono<Void> replace(Collection<Look> looks) {
    String[] idle =
        looks.stream()
            .filter(look -> look.at().isEmpty())
            .map(look -> look.account().value())
            .toArray(String[]::new);
    List<LookRow> rows =
        looks.stream()
            .flatMap(look -> look.at().map(at -> new LookRow(look.account().value(), at)).stream())
            .toList();
    return database
        .sql("delete from agenda where account_id = any($1)")
        .bind(0, idle)
        .then()
        .then(
            database
                .sql(
                    """
                    insert into agenda as a (tenant_id, account_id, due_at)
                    select current_setting('app.tenant'), r.*
                      from json_to_recordset($1::json) as r(account_id text, due_at timestamptz)
                     order by r.account_id
                    on conflict (tenant_id, account_id) do update set due_at = excluded.due_at
                     where a.due_at <> excluded.due_at
                    """)
                .bind(0, JsonRows.of(rows))
                .then());
  }

  /** Uses agenda_due. */
  @Override
  public Mono<List<AccountId>> due(Instant now) {
    return database
        .sql("select account_id from agenda where due_at <= $1 order by account_id")
        .bind(0, now)
        .map(Columns::account)
        .all()
        .collectList();
  }

  /** Uses agenda_due. */
  @Override
  public Mono<Optional<Instant>> first() {
    return database
        .sql("select due_at from agenda order by due_at limit 1")
        .map(row -> new Columns(row).instant("due_at"))
        .first()
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }
}
