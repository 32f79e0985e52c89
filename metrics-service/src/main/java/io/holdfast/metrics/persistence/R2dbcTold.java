package io.holdfast.metrics.persistence;

import static java.util.stream.Collectors.toSet;

import io.holdfast.metrics.booking.Told;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.ledger.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Remembers and compares in one statement, so that nothing is told twice. */
public final class R2dbcTold implements Told {

  private final DatabaseClient database;

  public R2dbcTold(DatabaseClient database) {
    this.database = database;
  }

  private record StandingRow(
      String accountId, BigDecimal mrr, String currency, @Nullable LocalDate renewsOn) {}

  private record MovementRow(String accountId, LocalDate onDay, String kind, BigDecimal amount) {

    static MovementRow of(AccountMovement one) {
      Movement movement = one.movement();
      return new MovementRow(
          one.account().value(), movement.on(), movement.kind().name(), movement.amount().value());
    }
  }

  private record Key(String account, LocalDate on, String kind) {}

  @Override
  public Mono<List<Standing>> newStandings(Collection<Standing> standings) {
    List<StandingRow> rows =
        standings.stream()
            .map(
                s ->
                    new StandingRow(
                        s.account().value(), s.mrr().value(), s.currency().value(), s.renewsOn()))
            .toList();
    if (rows.isEmpty()) {
      return Mono.just(List.of());
    }
    // an account that never had revenue is no news
    return database
        .sql(
            """
            insert into announced_revenue as a (tenant_id, account_id, mrr, currency, renews_on)
            select current_setting('app.tenant'), r.*
              from json_to_recordset($1::json) as r(account_id text, mrr numeric, currency text, renews_on date)
             where r.mrr <> 0 or r.renews_on is not null
                or exists (select 1 from announced_revenue b where b.account_id = r.account_id)
             order by r.account_id
            on conflict (tenant_id, account_id) do update
               set mrr = excluded.mrr, currency = excluded.currency, renews_on = excluded.renews_on
             where (a.mrr, a.currency, a.renews_on)
                   is distinct from (excluded.mrr, excluded.currency, excluded.renews_on)
            returning account_id
            """)
        .bind(0, JsonRows.of(rows))
        .map(row -> new Columns(row).text("account_id"))
        .all()
        .collect(toSet())
        .map(
            changed ->
                standings.stream().filter(s -> changed.contains(s.account().value())).toList());
  }

  @Override
  public Mono<List<AccountMovement>> newMovements(Collection<AccountMovement> movements) {
    if (movements.isEmpty()) {
      return Mono.just(List.of());
    }
    return database
        .sql(
            """
            insert into announced_movement as a (tenant_id, account_id, on_day, kind, amount)
            select current_setting('app.tenant'), r.*
              from json_to_recordset($1::json) as r(account_id text, on_day date, kind text, amount numeric)
             order by r.account_id, r.on_day, r.kind
            on conflict (tenant_id, account_id, on_day, kind) do update set amount = excluded.amount
             where a.amount <> excluded.amount
            returning account_id, on_day, kind
            """)
        .bind(0, JsonRows.of(movements.stream().map(MovementRow::of).toList()))
        .map(
            row -> {
              Columns of = new Columns(row);
              return new Key(of.text("account_id"), of.day("on_day"), of.text("kind"));
            })
        .all()
        .collect(toSet())
        .map(fresh -> movements.stream().filter(one -> fresh.contains(key(one))).toList());
  }

  /** Uses the primary keys. */
  @Override
  public Mono<Void> takeOver(
      AccountId from, AccountId into, Collection<AccountMovement> movements) {
    return database
        .sql(
            """
            insert into announced_movement as a (tenant_id, account_id, on_day, kind, amount)
            select current_setting('app.tenant'), r.*
              from json_to_recordset($1::json) as r(account_id text, on_day date, kind text, amount numeric)
             where exists (
                     select from announced_movement t where t.account_id in ($2, $3) and t.on_day = r.on_day)
            on conflict (tenant_id, account_id, on_day, kind) do update set amount = excluded.amount
            """)
        .bind(0, JsonRows.of(movements.stream().map(MovementRow::of).toList()))
        .bind(1, from.value())
        .bind(2, into.value())
        .then()
        .then(forget("announced_movement", from))
        .then(forget("announced_revenue", from));
  }

  private Mono<Void> forget(String table, AccountId account) {
    return database
        .sql("delete from " + table + " where account_id = $1")
        .bind(0, account.value())
        .then();
  }

  private static Key key(AccountMovement one) {
    Movement movement = one.movement();
    return new Key(one.account().value(), movement.on(), movement.kind().name());
  }
}
