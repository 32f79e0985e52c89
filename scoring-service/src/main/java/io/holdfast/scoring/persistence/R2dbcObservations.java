package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.bind;
import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.backtest.AccountWeek;
import io.holdfast.scoring.backtest.AccountWeeks;
import io.holdfast.scoring.backtest.Scored;
import io.holdfast.scoring.picture.KnownPicture.Assumed;
import io.holdfast.scoring.trying.Observations;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcObservations implements Observations {

  private static final int FETCHED = 32;

  private final DatabaseClient database;

  R2dbcObservations(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> add(TenantId tenant, UUID backtest, List<Observed> accounts) {
    return Flux.fromIterable(accounts).concatMap(one -> add(tenant, backtest, one)).then();
  }

  private Mono<Void> add(TenantId tenant, UUID backtest, Observed observed) {
    AccountWeeks weeks = observed.weeks();
    return bind(
            database
                .sql(
                    """
                    insert into backtest_account
                      (tenant_id, backtest_id, account_id, segment, assumed, pieces, weeks)
                    values ($1, $2, $3, $4, $5, $6, $7)
                    """)
                .bind(0, tenant.value())
                .bind(1, backtest)
                .bind(2, weeks.account()),
            3,
            observed.segment(),
            String.class)
        .bind(4, weeks.assumed().assumed())
        .bind(5, weeks.assumed().all())
        .bind(6, numbers(weeks.weeks()))
        .then();
  }

  @Override
  public Flux<Observed> all(TenantId tenant, UUID backtest) {
    return database
        .sql(
            """
            select account_id, segment, assumed, pieces, weeks from backtest_account
             where tenant_id = $1 and backtest_id = $2
            """)
        .bind(0, tenant.value())
        .bind(1, backtest)
        .filter(statement -> statement.fetchSize(FETCHED))
        .map(row -> observed(row))
        .all();
  }

  @Override
  public Flux<String> largestSegments(TenantId tenant, UUID backtest, int most) {
    return database
        .sql(
            """
            select segment from backtest_account
             where tenant_id = $1 and backtest_id = $2 and segment is not null
             group by segment order by count(*) desc, segment limit $3
            """)
        .bind(0, tenant.value())
        .bind(1, backtest)
        .bind(2, most)
        .map(row -> get(row, "segment", String.class))
        .all();
  }

  @Override
  public Mono<Void> drop(TenantId tenant, UUID backtest) {
    return database
        .sql("delete from backtest_account where tenant_id = $1 and backtest_id = $2")
        .bind(0, tenant.value())
        .bind(1, backtest)
        .then();
  }

  private static Observed observed(Readable row) {
    return new Observed(
        new AccountWeeks(
            get(row, "account_id", String.class),
            weeks(get(row, "weeks", Integer[].class)),
            new Assumed(get(row, "assumed", Long.class), get(row, "pieces", Long.class))),
        row.get("segment", String.class));
  }

  /** How many axes and signals there are, then the numbers of one week after the other. */
  private static Integer[] numbers(List<AccountWeek> weeks) {
    List<Integer> numbers = new ArrayList<>();
    numbers.add(weeks.getFirst().then().axes().size());
    numbers.add(weeks.getFirst().then().signals().size());
    for (AccountWeek week : weeks) {
      numbers.addAll(List.of(week.week(), week.leavesIn(), week.horizonOver() ? 1 : 0));
      for (Scored scored : List.of(week.then(), week.now())) {
        numbers.add(scored.score());
        numbers.addAll(scored.axes());
        numbers.addAll(scored.signals());
      }
    }
    return numbers.toArray(Integer[]::new);
  }

  private static List<AccountWeek> weeks(Integer[] numbers) {
    int axes = numbers[0];
    int signals = numbers[1];
    int scored = 1 + axes + signals;
    List<AccountWeek> weeks = new ArrayList<>();
    for (int at = 2; at < numbers.length; at += 3 + 2 * scored) {
      weeks.add(
          new AccountWeek(
              numbers[at],
              numbers[at + 1],
              numbers[at + 2] == 1,
              scored(numbers, at + 3, axes, signals),
              scored(numbers, at + 3 + scored, axes, signals)));
    }
    return weeks;
  }

  private static Scored scored(Integer[] numbers, int at, int axes, int signals) {
    List<Integer> all = Arrays.asList(numbers).subList(at, at + 1 + axes + signals);
    return new Scored(all.getFirst(), all.subList(1, 1 + axes), all.subList(1 + axes, all.size()));
  }
}
