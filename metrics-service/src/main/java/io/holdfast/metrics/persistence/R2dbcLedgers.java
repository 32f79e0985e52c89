package io.holdfast.metrics.persistence;

import io.holdfast.metrics.booking.Ledgers;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.SubscriptionId;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.Balance;
import io.holdfast.metrics.ledger.Booking;
import io.holdfast.metrics.ledger.Booking.Booked;
import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.ledger.Correction;
import io.holdfast.metrics.ledger.Movement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Writes the books. */
public final class R2dbcLedgers implements Ledgers {

  private final DatabaseClient database;

  public R2dbcLedgers(DatabaseClient database) {
    this.database = database;
  }

  private record MovementRow(
      String accountId,
      LocalDate onDay,
      String kind,
      BigDecimal amount,
      @Nullable String churnKind,
      @Nullable String reason,
      List<String> subscriptions,
      boolean recovered) {

    static MovementRow of(AccountId account, Movement movement) {
      return new MovementRow(
          account.value(),
          movement.on(),
          movement.kind().name(),
          movement.amount().value(),
          movement.churnKind() == null ? null : movement.churnKind().name(),
          movement.reason(),
          movement.subscriptions().stream().map(SubscriptionId::value).toList(),
          movement.recovered());
    }
  }

  private record BalanceRow(String accountId, String currency, LocalDate onDay, BigDecimal amount) {

    static BalanceRow of(AccountId account, Balance balance) {
      return new BalanceRow(
          account.value(), balance.currency().value(), balance.from(), balance.amount().value());
    }
  }

  private record ExcludedRow(String accountId, String currency, LocalDate day) {

    static ExcludedRow of(RateMissing missing) {
      return new ExcludedRow(missing.account().value(), missing.currency().value(), missing.day());
    }
  }

  private record RestatementRow(
      String accountId,
      LocalDate concerns,
      LocalDate onDay,
      BigDecimal amount,
      List<String> facts) {

    static RestatementRow of(AccountMovement entry) {
      Movement movement = entry.movement();
      Correction correction = Objects.requireNonNull(movement.corrects());
      return new RestatementRow(
          entry.account().value(),
          correction.period().atDay(1),
          movement.on(),
          movement.amount().value(),
          correction.facts());
    }
  }

  /**
   * Many may book accounts of a tenant side by side, one at a time each account; who books all of
   * them has the tenant alone. Both locks end with the transaction.
   */
  @Override
  public Mono<Void> hold(Collection<AccountId> accounts) {
    return database
        .sql(
            "select pg_advisory_xact_lock_shared(hashtextextended('books|' ||"
                + " current_setting('app.tenant'), 0))")
        .then()
        .then(
            database
                .sql(
                    "select 1 from account where account_id = any($1) order by account_id for"
                        + " update")
                .bind(0, Parameters.ids(accounts))
                .then());
  }

  @Override
  public Mono<Void> holdAll() {
    return database
        .sql(
            "select pg_advisory_xact_lock(hashtextextended('books|' ||"
                + " current_setting('app.tenant'), 0))")
        .then();
  }

  @Override
  public Mono<Void> replace(
      Collection<Booking> bookings, Collection<AccountMovement> restatements) {
    List<MovementRow> movements = new ArrayList<>();
    List<BalanceRow> balances = new ArrayList<>();
    List<ExcludedRow> excluded = new ArrayList<>();
    for (Booking booking : bookings) {
      AccountId account = booking.account();
      switch (booking) {
        case Booked booked -> {
          booked.movements().forEach(one -> movements.add(MovementRow.of(account, one)));
          booked.balances().forEach(one -> balances.add(BalanceRow.of(account, one)));
        }
        case RateMissing missing -> excluded.add(ExcludedRow.of(missing));
      }
    }
    String[] accounts = Parameters.ids(bookings.stream().map(Booking::account).toList());
    return clear(accounts)
        .then(addMovements(movements))
        .then(addBalances(balances))
        .then(addExcluded(excluded))
        .then(addRestatements(restatements.stream().map(RestatementRow::of).toList()));
  }

  @Override
  public Mono<Void> forget(AccountId account) {
    return clear(Parameters.ids(List.of(account)));
  }

  /** Uses the primary keys. */
  @Override
  public Mono<List<Gone>> gone() {
    return database
        .sql(
            """
            select subject, into_subject from merged_subject m
             where exists (select from movement b where b.account_id = m.subject)
                or exists (select from excluded_account e where e.account_id = m.subject)
                or exists (select from announced_revenue a where a.account_id = m.subject)
             order by subject
            """)
        .map(
            row -> {
              Columns of = new Columns(row);
              return new Gone(
                  new AccountId(of.text("subject")), new AccountId(of.text("into_subject")));
            })
        .all()
        .collectList();
  }

  private Mono<Void> clear(String[] accounts) {
    return clear("movement", accounts)
        .then(clear("balance", accounts))
        .then(clear("excluded_account", accounts))
        .then(clear("restatement", accounts));
  }

  private Mono<Void> clear(String table, String[] accounts) {
    return database
        .sql("delete from " + table + " where account_id = any($1)")
        .bind(0, accounts)
        .then();
  }

  private Mono<Void> addMovements(List<MovementRow> rows) {
    return JsonRows.insert(
        database,
        """
        insert into movement (tenant_id, account_id, on_day, kind, amount, churn_kind, reason, subscriptions,
               recovered)
        select current_setting('app.tenant'), r.*
          from json_to_recordset($1::json) as r(account_id text, on_day date, kind text, amount numeric,
               churn_kind text, reason text, subscriptions text[], recovered boolean)
        """,
        rows);
  }

  private Mono<Void> addBalances(List<BalanceRow> rows) {
    return JsonRows.insert(
        database,
        """
        insert into balance (tenant_id, account_id, currency, on_day, amount)
        select current_setting('app.tenant'), r.*
          from json_to_recordset($1::json) as r(account_id text, currency text, on_day date, amount numeric)
        """,
        rows);
  }

  private Mono<Void> addExcluded(List<ExcludedRow> rows) {
    return JsonRows.insert(
        database,
        """
        insert into excluded_account (tenant_id, account_id, currency, day)
        select current_setting('app.tenant'), r.*
          from json_to_recordset($1::json) as r(account_id text, currency text, day date)
        """,
        rows);
  }

  private Mono<Void> addRestatements(List<RestatementRow> rows) {
    return JsonRows.insert(
        database,
        """
        insert into restatement (tenant_id, account_id, concerns, on_day, amount, facts)
        select current_setting('app.tenant'), r.*
          from json_to_recordset($1::json) as r(account_id text, concerns date, on_day date, amount numeric,
               facts text[])
        """,
        rows);
  }
}
