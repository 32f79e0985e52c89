package io.holdfast.metrics.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.holdfast.metrics.booking.Closings;
import io.holdfast.metrics.closing.ClosedBooks;
import io.holdfast.metrics.closing.Closing;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.money.CurrencyCode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The tables period_close and closed_movement. */
public final class R2dbcClosings implements Closings {

  private final DatabaseClient database;

  public R2dbcClosings(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<List<Closing>> all() {
    return database
        .sql(
            """
            select period, currency, closed_at, closed_by from period_close
             where currency = coalesce((select s.currency from tenant_settings s), currency)
             order by period
            """)
        .map(
            row -> {
              Columns of = new Columns(row);
              return new Closing(
                  YearMonth.from(of.day("period")),
                  new CurrencyCode(of.text("currency")),
                  of.instant("closed_at"),
                  of.text("closed_by"));
            })
        .all()
        .collectList();
  }

  @Override
  public Mono<Optional<ClosedBooks>> of(Collection<AccountId> accounts, @Nullable Instant knownAt) {
    return all()
        .flatMap(
            closings ->
                closings.stream()
                    .filter(one -> knownAt == null || !one.closedAt().isAfter(knownAt))
                    .reduce((_, later) -> later)
                    .map(last -> closed(accounts, last).map(Optional::of))
                    .orElse(Mono.just(Optional.empty())));
  }

  /**
   * Also of those merged into them. Uses merged_subject_into, the primary key of closed_movement.
   */
  private Mono<ClosedBooks> closed(Collection<AccountId> accounts, Closing closing) {
    return database
        .sql(
            """
            select %s from closed_movement
             where account_id = any (array(
                     select unnest($1::text[]) union
                     select subject from merged_subject where into_subject = any($1::text[])))
               and currency = $2 and on_day <= $3
             order by account_id, on_day, kind, concerns
            """
                .formatted(MovementRows.COLUMNS))
        .bind(0, Parameters.ids(accounts))
        .bind(1, closing.currency().value())
        .bind(2, closing.until())
        .map(MovementRows::movement)
        .all()
        .collect(groupingBy(AccountMovement::account, mapping(AccountMovement::movement, toList())))
        .map(movements -> new ClosedBooks(closing, movements));
  }

  @Override
  public Mono<Void> close(Closing closing) {
    return database
        .sql(
            """
            insert into closed_movement (tenant_id, account_id, currency, on_day, kind, concerns, amount,
                   churn_kind, reason, subscriptions, recovered, facts)
            select tenant_id, account_id, $2, on_day, kind, concerns, amount, churn_kind, reason, subscriptions,
                   recovered, facts
              from reported_movement where on_day <= $1
            on conflict do nothing
            """)
        .bind(0, closing.until())
        .bind(1, closing.currency().value())
        .then()
        .then(database.sql("delete from restatement").then())
        .then(
            database
                .sql(
                    """
                    insert into period_close (tenant_id, period, currency, closed_at, closed_by)
                    values (current_setting('app.tenant'), $1, $2, $3, $4)
                    """)
                .bind(0, closing.period().atDay(1))
                .bind(1, closing.currency().value())
                .bind(2, closing.closedAt())
                .bind(3, closing.closedBy())
                .then());
  }
}
