package io.holdfast.metrics.persistence;

import static java.util.stream.Collectors.groupingBy;

import io.holdfast.metrics.books.Bridge;
import io.holdfast.metrics.books.PeriodMovements;
import io.holdfast.metrics.books.PeriodRange;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.Balance;
import io.holdfast.metrics.ledger.Booking.RateMissing;
import io.holdfast.metrics.ledger.ChurnKind;
import io.holdfast.metrics.ledger.MovementKind;
import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.reporting.Basis;
import io.holdfast.metrics.reporting.Books;
import io.holdfast.metrics.reporting.VisibleAccounts;
import io.holdfast.metrics.retention.AccountBalances;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the books as they are kept. Sums are made where the rows are: what is read grows with the
 * months and accounts asked for, not with their history.
 */
public final class R2dbcBooks implements Books {

  private final DatabaseClient database;

  public R2dbcBooks(DatabaseClient database) {
    this.database = database;
  }

  private record BalanceRow(AccountId account, Balance balance) {}

  /** The movements of one kind in one month. */
  private record SumRow(
      YearMonth period,
      MovementKind kind,
      Amount amount,
      int accounts,
      Map<ChurnKind, Amount> churn) {

    static SumRow of(Readable row) {
      Columns of = new Columns(row);
      Map<ChurnKind, Amount> churn = new EnumMap<>(ChurnKind.class);
      for (ChurnKind kind : ChurnKind.values()) {
        churn.put(kind, new Amount(of.number(kind.name().toLowerCase(Locale.ROOT))));
      }
      return new SumRow(
          YearMonth.from(of.day("month")),
          MovementKind.valueOf(of.text("kind")),
          new Amount(of.number("amount")),
          of.required("accounts", Long.class).intValue(),
          churn);
    }
  }

  @Override
  public Mono<Bridge> bridge(
      PeriodRange range, LocalDate asOf, Basis basis, VisibleAccounts visible) {
    return before(range.firstDay(), basis, visible)
        .zipWhen(_ -> sums(range.firstDay(), range.lastDay(asOf), basis, visible))
        .map(
            found ->
                Bridge.over(
                    found.getT1(),
                    range.begunBy(asOf).stream()
                        .map(month -> movements(month, found.getT2()))
                        .toList()));
  }

  /**
   * Only what holds over the end of a month, or at the last day, is read. In the order of the
   * primary key of balance, so that nothing is sorted and an account's rows come together.
   */
  @Override
  public Flux<AccountBalances> balances(LocalDate first, LocalDate last, VisibleAccounts visible) {
    GenericExecuteSpec query =
        database
            .sql(
                """
                select account_id, currency, on_day, amount
                  from (select account_id, currency, on_day, amount,
                               lead(on_day) over (partition by account_id, currency order by on_day) as until
                          from balance
                         where on_day <= $2 and %s) as held
                 where until is null or until > $1 and date_trunc('month', until::timestamp) > on_day
                 order by account_id, currency, on_day
                """
                    .formatted(Parameters.visible("account_id", 3)))
            .bind(0, first)
            .bind(1, last);
    return Parameters.bind(query, 2, visible)
        .map(
            row -> {
              Columns of = new Columns(row);
              return new BalanceRow(
                  of.account(),
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
             where %s
             order by account_id
            """
                .formatted(Parameters.visible("account_id", 1)));
    return Parameters.bind(query, 0, visible)
        .map(
            row -> {
              Columns of = new Columns(row);
              return new RateMissing(
                  of.account(), new CurrencyCode(of.text("currency")), of.day("day"));
            })
        .all();
  }

  /** Reads all movements before the day. */
  private Mono<Amount> before(LocalDate day, Basis basis, VisibleAccounts visible) {
    GenericExecuteSpec query =
        database
            .sql(
                """
                select coalesce(sum(amount), 0) as amount from %s
                 where on_day < $1 and %s
                """
                    .formatted(view(basis), Parameters.visible("account_id", 2)))
            .bind(0, day);
    return Parameters.bind(query, 1, visible)
        .map(row -> new Amount(new Columns(row).number("amount")))
        .one();
  }

  /** Uses movement_day and closed_movement_day. */
  private Mono<Map<YearMonth, List<SumRow>>> sums(
      LocalDate first, LocalDate last, Basis basis, VisibleAccounts visible) {
    GenericExecuteSpec query =
        database
            .sql(
                """
                select date_trunc('month', on_day::timestamp)::date as month, kind, sum(amount) as amount,
                       count(distinct account_id) as accounts,
                       coalesce(sum(amount) filter (where churn_kind = 'VOLUNTARY'), 0) as voluntary,
                       coalesce(sum(amount) filter (where churn_kind = 'INVOLUNTARY'), 0) as involuntary,
                       coalesce(sum(amount) filter (where churn_kind = 'UNCLASSIFIED'), 0) as unclassified
                  from %s
                 where on_day between $1 and $2 and %s
                 group by 1, 2
                """
                    .formatted(view(basis), Parameters.visible("account_id", 3)))
            .bind(0, first)
            .bind(1, last);
    return Parameters.bind(query, 2, visible)
        .map(SumRow::of)
        .all()
        .collect(groupingBy(SumRow::period));
  }

  private static PeriodMovements movements(YearMonth month, Map<YearMonth, List<SumRow>> sums) {
    Map<MovementKind, Amount> amounts = new EnumMap<>(MovementKind.class);
    Map<MovementKind, Integer> accounts = new EnumMap<>(MovementKind.class);
    Map<ChurnKind, Amount> churn = new EnumMap<>(ChurnKind.class);
    for (SumRow sum : sums.getOrDefault(month, List.of())) {
      amounts.put(sum.kind(), sum.amount());
      accounts.put(sum.kind(), sum.accounts());
      sum.churn().forEach((kind, amount) -> churn.merge(kind, amount, Amount::plus));
    }
    return new PeriodMovements(month, amounts, churn, accounts);
  }

  static String view(Basis basis) {
    return switch (basis) {
      case REPORTED -> "reported_movement";
      case RESTATED -> "restated_movement";
    };
  }
}
