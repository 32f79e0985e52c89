package io.holdfast.messaging.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Rows that a statement finds and deletes. */
public final class ExpiringRows implements Expiring {
  private static final int ROWS = 5_000;

  private final String name;
  private final int atATime;
  private final DatabaseClient database;
  private final Function<Before, Instant> clock;
  private final String sql;

  private ExpiringRows(
      String name,
      int atATime,
      DatabaseClient database,
      Function<Before, Instant> clock,
      String sql) {
    this.name = name;
    this.atATime = atATime;
    this.database = database;
    this.clock = clock;
    this.sql = sql;
  }

  /**
   * By business time.
   *
   * @param sql answers how many rows it deleted; {@code $1} is the time before which they go,
   *     {@code $2} how many at most
   */
  public static ExpiringRows business(String name, DatabaseClient database, String sql) {
    return new ExpiringRows(name, ROWS, database, Before::business, sql);
  }

  /** By real time. */
  public static ExpiringRows real(String name, DatabaseClient database, String sql) {
    return new ExpiringRows(name, ROWS, database, Before::real, sql);
  }

  /** The same, less at a time, where rows are large. */
  public ExpiringRows atMost(int rows) {
    return new ExpiringRows(name, rows, database, clock, sql);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int atATime() {
    return atATime;
  }

  @Override
  public Mono<Long> expire(Before before) {
    return database
        .sql(sql)
        .bind(0, clock.apply(before).atOffset(ZoneOffset.UTC))
        .bind(1, atATime)
        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
        .one();
  }
}
