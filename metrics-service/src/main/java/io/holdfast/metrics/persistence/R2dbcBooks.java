package io.holdfast.metrics.persistence;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.Balance;
import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.reporting.Basis;
import io.holdfast.metrics.reporting.Books;
import io.holdfast.metrics.reporting.VisibleAccounts;
import io.holdfast.metrics.retention.AccountBalances;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;

/** Reads the books as they are kept. */
public final class R2dbcBooks implements Books {

  private final DatabaseClient database;

  public R2dbcBooks(DatabaseClient database) {
    this.database = database;
  }

  private record BalanceRow(AccountId account, Balance balance) {}

  @Override
  public Flux<AccountMovement> movements(Basis basis, VisibleAccounts visible, LocalDate until) {
    GenericExecuteSpec query =
        database.sql(
            "select "
                + MovementRows.COLUMNS
                + " from "
                + view(basis)
                + " where on_day <= $1 and ($2::text[] is null or account_id = any($2))");
    return bind(query.bind(0, until), 1, visible).map(MovementRows::movement).all();
  }

  /** In the order of the primary key of balance, so that an account's rows come together. */
  @Override
  public Flux<AccountBalances> balances(VisibleAccounts visible, LocalDate until) {
    GenericExecuteSpec query =
        database.sql(
            """
            select account_id, currency, on_day, amount from balance
             where on_day <= $1 and ($2::text[] is null or account_id = any($2))
             order by account_id, currency, on_day
            """);
    return bind(query.bind(0, until), 1, visible)
        .map(
            row -> {
              Columns of = new Columns(row);
              return new BalanceRow(
                  new AccountId(of.text("account_id")),
                  new Balance(
                      of.day("on_day"),
                      new CurrencyCode(of.text("currency")),
                      new Amount(of.number("amount"))));
            })
        .all()
        .bufferUntilChanged(BalanceRow::account)
        .map(rows -> new AccountBalances(rows.stream().map(BalanceRow::balance).toList()));
  }

  @Override
  public Flux<RateMissing> excluded(VisibleAccounts visible) {
    GenericExecuteSpec query =
        database.sql(
            """
            select account_id, currency, day from excluded_account
             where $1::text[] is null or account_id = any($1)
             order by account_id
            """);
    return bind(query, 0, visible)
        .map(
            row -> {
              Columns of = new Columns(row);
              return new RateMissing(
                  new AccountId(of.text("account_id")),
                  new CurrencyCode(of.text("currency")),
                  of.day("day"));
            })
        .all();
  }

  static String view(Basis basis) {
    return switch (basis) {
      case REPORTED -> "reported_movement";
      case RESTATED -> "restated_movement";
    };
  }

  static GenericExecuteSpec bind(GenericExecuteSpec query, int index, VisibleAccounts visible) {
    return visible
        .ids()
        .map(ids -> query.bind(index, ids.toArray(String[]::new)))
        .orElseGet(() -> query.bindNull(index, String[].class));
  }
}
