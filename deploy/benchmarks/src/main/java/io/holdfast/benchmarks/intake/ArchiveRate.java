package io.holdfast.benchmarks.intake;

import io.holdfast.benchmarks.Comparison;
import io.holdfast.benchmarks.Platform;
import io.holdfast.benchmarks.Report;
import io.holdfast.benchmarks.load.Load;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * How fast what waits on the intake topic becomes rows of the archive, duplicates refused and
 * accounts resolved, beside {@code COPY} of the same rows into a table with the same indexes. The
 * services that read what comes of it stand still meanwhile.
 */
public final class ArchiveRate implements Comparison {
  private static final int EVENTS = 100;
  private static final long ROWS = 600_000;
  private static final List<String> REST = List.of("gateway", "scoring", "metrics", "notification");
  private static final String COUNT = "select count(*) from ingestion.archived_usage";

  @Override
  public String name() {
    return "archive";
  }

  @Override
  public void run(Platform platform, Report report) throws Exception {
    try (Connection connection = platform.database()) {
      Events.introduceAccount(platform);
      platform.reading(true);
      warmUp(platform);
      awaitStill(connection);
      platform.reading(false);
      platform.without(REST, () -> measure(platform, connection, report));
    }
  }

  private static void measure(Platform platform, Connection connection, Report report)
      throws Exception {
    long before = count(connection);
    URI door = platform.part("ingestion");
    try (Load load = new Load(door, 16, Events.batch(platform, door, EVENTS))) {
      long sent = 0;
      while (sent < ROWS) {
        sent += load.asFastAsAnswered(Duration.ofSeconds(1)).whole().answered() * EVENTS;
      }
    }
    platform.reading(true);
    double ours = rate(connection, before);
    awaitStill(connection);
    double copy = copied(connection);
    report.ratio(
        "intake → archive, beside COPY of the same rows",
        "rows/s",
        new double[] {ours},
        new double[] {copy},
        "≥ 0.55");
    new Freshness(platform).report(ours / 2, report);
  }

  /** Until the compiler is done with the way from the topic to the archive. */
  private static void warmUp(Platform platform) throws Exception {
    URI door = platform.part("ingestion");
    try (Load load = new Load(door, 4, Events.batch(platform, door, EVENTS))) {
      load.at(50, Duration.ofSeconds(50)).whole();
    }
  }

  private record Counted(long rows, long nanos) {}

  /** Between a fifth and four fifths of the way, so that neither start nor end counts. */
  private static double rate(Connection connection, long before) throws Exception {
    Counted began = reached(connection, before + ROWS / 5);
    Counted ended = reached(connection, before + ROWS * 4 / 5);
    return (ended.rows() - began.rows()) / ((ended.nanos() - began.nanos()) / 1e9);
  }

  private static Counted reached(Connection connection, long rows) throws Exception {
    long deadline = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    while (System.nanoTime() < deadline) {
      Counted counted = new Counted(count(connection), System.nanoTime());
      if (counted.rows() >= rows) {
        return counted;
      }
      Thread.sleep(2_500); // counting is work for the database as well
    }
    throw new IllegalStateException("the archive does not grow");
  }

  private static void awaitStill(Connection connection) throws Exception {
    long last = -1;
    for (long now = count(connection); now != last; now = count(connection)) {
      last = now;
      Thread.sleep(6_000);
    }
  }

  private static long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(COUNT)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static double copied(Connection connection) throws Exception {
    Path rows = Files.createTempFile("rows", ".copy");
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists ingestion.benchmark_copy");
      statement.execute(
          "create table ingestion.benchmark_copy (like ingestion.archived_usage including all)");
      var copies = connection.unwrap(PGConnection.class).getCopyAPI();
      try (Writer out = Files.newBufferedWriter(rows)) {
        copies.copyOut(
            "copy (select * from ingestion.archived_usage order by id limit "
                + ROWS
                + ") to stdout",
            out);
      }
      statement.execute("checkpoint");
      long began = System.nanoTime();
      long copied;
      try (Reader in = Files.newBufferedReader(rows)) {
        copied = copies.copyIn("copy ingestion.benchmark_copy from stdin", in);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      statement.execute("drop table ingestion.benchmark_copy");
      return copied / seconds;
    } finally {
      Files.delete(rows);
    }
  }
}
