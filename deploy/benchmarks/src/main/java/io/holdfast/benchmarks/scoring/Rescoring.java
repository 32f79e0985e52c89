package io.holdfast.benchmarks.scoring;

import io.holdfast.benchmarks.Comparison;
import io.holdfast.benchmarks.Platform;
import io.holdfast.benchmarks.Report;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Accounts of one tenant judged again: a hundredth, a tenth and all of them, from their clocks'
 * striking to the last clock set anew; beside reading the same inputs and writing the same rows and
 * nothing else. Each account has twelve weeks of use by five people and a contract.
 */
public final class Rescoring implements Comparison {
  private static final int ACCOUNTS =
      Integer.parseInt(System.getenv().getOrDefault("HOLDFAST_BENCHMARK_ACCOUNTS", "100000"));

  private static final int TURNS = 3;
  private static final int TOGETHER = 32;
  private static final int READERS = 2;
  private static final long IDLE_SECONDS = 20;

  @Override
  public String name() {
    return "rescoring";
  }

  @Override
  public void run(Platform platform, Report report) throws Exception {
    try (Connection connection = platform.database()) {
      execute(connection, FILL.formatted(ACCOUNTS));
      strike(connection, 1); // the first judgement of an account reads more
      double[] few = new double[TURNS];
      double[] tenth = new double[TURNS];
      double[] all = new double[TURNS];
      double[] bare = new double[TURNS];
      for (int turn = 0; turn < TURNS; turn++) {
        few[turn] = strike(connection, 100) * 100;
        tenth[turn] = strike(connection, 10) * 10;
        all[turn] = strike(connection, 1);
        bare[turn] = readAndWrite(platform);
      }
      String everybody = "all of %,d accounts".formatted(ACCOUNTS);
      report.ratio("a hundredth judged, times 100, beside " + everybody, "ms", few, all, "≤ 1.30");
      report.ratio("a tenth judged, times 10, beside " + everybody, "ms", tenth, all, "≤ 1.30");
      report.ratio(
          everybody + ", beside reading the inputs and writing the rows alone",
          "ms",
          all,
          bare,
          "≤ 2.00");
    }
    double before = platform.processorTime("scoring").toNanos();
    TimeUnit.SECONDS.sleep(IDLE_SECONDS);
    double idle = (platform.processorTime("scoring").toNanos() - before) / 1e6 / IDLE_SECONDS;
    report.line(
        "scoring's processor time a second when nothing changed",
        Report.milliseconds(idle),
        "50 ms",
        "%.2f".formatted(idle / 50),
        "≤ 1.00");
  }

  /** Milliseconds until every n-th account's clock that struck is set anew. */
  private static double strike(Connection connection, int every) throws Exception {
    long started = System.nanoTime();
    execute(connection, STRIKE.formatted(every));
    while (number(connection, DUE) > 0) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return (System.nanoTime() - started) / 1e6;
  }

  /** Milliseconds of the same reading and writing without judging. */
  private static double readAndWrite(Platform platform) throws Exception {
    long started = System.nanoTime();
    List<Callable<Long>> readers = new ArrayList<>();
    for (int reader = 0; reader < READERS; reader++) {
      int mine = reader;
      readers.add(() -> readAndWrite(platform, mine));
    }
    ExecutorService threads = Executors.newFixedThreadPool(READERS);
    try {
      for (Future<Long> one : threads.invokeAll(readers)) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
    return (System.nanoTime() - started) / 1e6;
  }

  private static long readAndWrite(Platform platform, int reader) throws Exception {
    long read = 0;
    try (Connection connection = platform.database()) {
      connection.setAutoCommit(false);
      try (PreparedStatement uses = connection.prepareStatement(USES);
          PreparedStatement facts = connection.prepareStatement(FACTS);
          PreparedStatement standing = connection.prepareStatement(STANDING);
          PreparedStatement timer = connection.prepareStatement(TIMER)) {
        for (int first = 1 + reader * TOGETHER; first <= ACCOUNTS; first += READERS * TOGETHER) {
          Array accounts = connection.createArrayOf("text", names(first));
          read += rows(uses, accounts) + rows(facts, accounts);
          update(standing, accounts);
          update(timer, accounts);
          connection.commit();
        }
      }
    }
    return read;
  }

  private static Object[] names(int first) {
    List<String> names = new ArrayList<>();
    for (int n = first; n < first + TOGETHER && n <= ACCOUNTS; n++) {
      names.add("bench-" + n);
    }
    return names.toArray();
  }

  private static long rows(PreparedStatement statement, Array accounts) throws SQLException {
    statement.setArray(1, accounts);
    long rows = 0;
    try (ResultSet result = statement.executeQuery()) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        for (int column = 1; column <= columns; column++) {
          result.getObject(column);
        }
        rows++;
      }
    }
    return rows;
  }

  private static void update(PreparedStatement statement, Array accounts) throws SQLException {
    statement.setArray(1, accounts);
    statement.executeUpdate();
  }

  private static final String USES =
      """
      select * from scoring.use_of_product
       where tenant_id = 'bench' and account_id = any(?) order by account_id, happened_at\
      """;

  private static final String FACTS =
      "select * from scoring.fact where tenant_id = 'bench' and account_id = any(?)";

  private static final String STANDING =
      """
      update scoring.standing set judged_at = now(), sparkline = sparkline || '', top_sentence = top_sentence || ''
       where tenant_id = 'bench' and account_id = any(?)\
      """;

  private static final String TIMER =
      """
      update scoring.timer set due_at = due_at + interval '1 microsecond', version = gen_random_uuid()
       where tenant_id = 'bench' and kind = 'daily' and timer_key = any(?)\
      """;

  private static final String STRIKE =
      """
      update scoring.timer set due_at = now() - interval '1 minute', version = gen_random_uuid()
       where tenant_id = 'bench' and kind = 'daily' and substr(timer_key, 7)::int %% %d = 0\
      """;

  private static final String DUE =
      "select count(*) from scoring.timer where tenant_id = 'bench' and due_at < now()";

  private static final String FILL =
      """
      insert into scoring.account (tenant_id, account_id, name, recorded_at)
        select 'bench', 'bench-' || n, 'Bench ' || n, now() - interval '1 year' from generate_series(1, %1$d) n;
      insert into scoring.fact (tenant_id, account_id, kind, fact_key, version, recorded_at, received_at, assumed, body)
        select 'bench', 'bench-' || n, 'phase', 'sub-' || n, 'first', now() - interval '200 days', now() - interval '200 days',
               false,
               '{"subscription":"sub-' || n || '","startsOn":"' || (now() - interval '200 days')::date
                 || '","endsOn":null,"seats":8,"paid":true,"takenBack":false}'
          from generate_series(1, %1$d) n;
      insert into scoring.use_of_product
          (tenant_id, account_id, happened_at, event_id, known_at, assumed, person, event, count)
        select 'bench', 'bench-' || n, h.at, 'e-' || w || '-' || p, h.at, false, 'person-' || p, 'Report Exported', 1
          from generate_series(1, %1$d) n, generate_series(0, 11) w, generate_series(1, 5) p,
               lateral (select now() - interval '1 hour' - w * interval '7 days') h (at);
      insert into scoring.timer (tenant_id, kind, timer_key, due_at, payload)
        select 'bench', 'daily', 'bench-' || n, now() + interval '1 day', '' from generate_series(1, %1$d) n;
      vacuum analyze scoring.use_of_product\
      """;

  /** One by one: a vacuum stands alone. */
  private static void execute(Connection connection, String statements) throws SQLException {
    for (String one : statements.split(";\n", -1)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(one);
      }
    }
  }

  private static long number(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(question)) {
      result.next();
      return result.getLong(1);
    }
  }
}
