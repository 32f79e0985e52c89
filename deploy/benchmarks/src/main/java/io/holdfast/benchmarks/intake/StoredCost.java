package io.holdfast.benchmarks.intake;

import io.holdfast.benchmarks.Comparison;
import io.holdfast.benchmarks.Platform;
import io.holdfast.benchmarks.Report;
import io.holdfast.benchmarks.load.Load;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * What an event costs ingestion and the database in processor time, from the door to the topic,
 * with ten million events stored beside one million. The bulk of them is copied from rows that came
 * through the door.
 */
public final class StoredCost implements Comparison {
  private static final int EVENTS = 100;
  private static final long MILLION = 1_000_000;
  private static final int TURNS = 3;
  private static final Duration LENGTH = Duration.ofSeconds(15);

  @Override
  public String name() {
    return "stored";
  }

  @Override
  public void run(Platform platform, Report report) throws Exception {
    Events.introduceAccount(platform);
    platform.reading(true);
    URI door = platform.part("ingestion");
    try (Connection connection = platform.database();
        Load load = new Load(door, 4, Events.batch(platform, door, EVENTS))) {
      load.at(20, Duration.ofSeconds(60)).whole(); // until the compiler is done
      fill(connection, MILLION);
      double[] few = costs(platform, connection, load);
      fill(connection, 10 * MILLION);
      double[] many = costs(platform, connection, load);
      report.ratio(
          "an event's processor time with 10 M stored, beside 1 M", "µs", many, few, "≤ 1.15");
    }
  }

  private static double[] costs(Platform platform, Connection connection, Load load)
      throws Exception {
    double[] costs = new double[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      awaitPublished(connection);
      Duration before = processorTime(platform);
      long events = load.at(20, LENGTH).whole().answered() * EVENTS;
      awaitPublished(connection);
      costs[turn] = processorTime(platform).minus(before).toNanos() / 1e3 / events;
    }
    return costs;
  }

  private static Duration processorTime(Platform platform) throws Exception {
    return platform.processorTime("ingestion").plus(platform.processorTime("postgresql"));
  }

  /** Everything sent is stored some seconds later; then nothing is owed any more. */
  private static void awaitPublished(Connection connection) throws Exception {
    do {
      Thread.sleep(3_000);
    } while (number(connection, "select count(*) from ingestion.owed_usage") > 0);
  }

  /** More rows of the kind that came, with ids that lie as far apart as theirs. */
  private static void fill(Connection connection, long rows) throws SQLException {
    long there = number(connection, "select count(*) from ingestion.archived_usage");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          with one as (select * from ingestion.archived_usage where account_id = 'bench-account' and published limit 1)
          insert into ingestion.archived_usage (tenant_id, entry_key, kind, account_id, person, event, happened_at, body,
            received_at, recorded_at, assumed, load, source, traceparent, published)
          select tenant_id, regexp_replace(entry_key, '[0-9]+$', reverse(lpad(n::text, 16, '0'))), kind, account_id, person, event,
            happened_at, body, received_at, recorded_at, assumed, load, source, traceparent, true
          from one, generate_series(%d, %d) n on conflict do nothing\
          """
              .formatted(there, rows - 1));
      statement.execute("vacuum analyze ingestion.archived_usage");
      statement.execute("checkpoint");
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
