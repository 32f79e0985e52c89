package io.holdfast.benchmarks.scoring;

import io.holdfast.benchmarks.Comparison;
import io.holdfast.benchmarks.Platform;
import io.holdfast.benchmarks.Report;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the whole past of accounts takes on disk in scoring, indexes included, measured on the demo
 * company and told for 100,000 accounts over three years; beside a table that has a row for each
 * account, day and signal, as a score kept for every day would.
 */
public final class HistoryOnDisk implements Comparison {
  private static final double ACCOUNT_YEARS = 100_000.0 * 3;

  /** What grows with an account's past. */
  private static final String TABLES =
      "'use_of_product', 'fact', 'person_seen', 'same_person', 'band_transition',"
          + " 'stage_transition'";

  @Override
  public String name() {
    return "history";
  }

  @Override
  public void run(Platform platform, Report report) throws Exception {
    try (Connection connection = platform.database()) {
      execute(connection, "vacuum full analyze scoring.use_of_product");
      execute(connection, "vacuum full analyze scoring.fact");
      double years = number(connection, YEARS);
      double ours = number(connection, OURS) / years;
      double uses = number(connection, "select count(*) from scoring.use_of_product") / years;
      execute(connection, NAIVE);
      double naive = number(connection, "select pg_total_relation_size('daily_score')") / years;
      execute(connection, "drop table daily_score");
      report.line(
          "%,.0f account-years, %,.0f rows of use each".formatted(years, uses),
          "%,.0f kB a year".formatted(ours / 1e3),
          "%,.0f kB a year in rows per day and signal".formatted(naive / 1e3),
          "%.2f".formatted(ours / naive),
          "not stated");
      report.line(
          "100,000 accounts over three years",
          "%,.0f GB".formatted(ours * ACCOUNT_YEARS / 1e9),
          "%,.0f GB".formatted(naive * ACCOUNT_YEARS / 1e9),
          "%.2f".formatted(ours / naive),
          "affordable");
    }
  }

  /** From the first use or fact of an account to its last. */
  private static final String YEARS =
      """
      select sum(extract(epoch from last - first)) / (365.25 * 86400) from (
        select min(happened_at) as first, max(happened_at) as last
          from scoring.use_of_product group by tenant_id, account_id) spans\
      """;

  private static final String OURS =
      """
      select sum(pg_total_relation_size(c.oid)) from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'scoring' and c.relkind = 'r' and c.relname in (%s)\
      """
          .formatted(TABLES);

  private static final String NAIVE =
      """
      create table daily_score as
        select u.tenant_id, u.account_id, d::date as day, 'signal-' || s as signal, 41.25::numeric as value,
               73.5::numeric as baseline, 62.25::numeric as score
          from (select tenant_id, account_id, min(happened_at) as first, max(happened_at) as last
                  from scoring.use_of_product group by tenant_id, account_id) u,
               generate_series(u.first, u.last, interval '1 day') d, generate_series(1, 7) s;
      alter table daily_score add primary key (tenant_id, account_id, day, signal)\
      """;

  private static void execute(Connection connection, String statement) throws SQLException {
    try (Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  private static double number(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(question)) {
      result.next();
      return result.getDouble(1);
    }
  }
}
