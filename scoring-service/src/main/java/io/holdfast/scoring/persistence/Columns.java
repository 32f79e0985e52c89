package io.holdfast.scoring.persistence;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Columns of rows, and rows as arrays of columns for {@code unnest}. */
final class Columns {

  private Columns() {}

  /** A column that is not null. */
  static <T> T get(Readable row, String name, Class<T> type) {
    return Objects.requireNonNull(row.get(name, type), name);
  }

  /** An instant that was read as microseconds since 1970. */
  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** One column of many rows, as text; PostgreSQL casts it to the column's type. */
  static <R> @Nullable String[] texts(Collection<R> rows, Function<R, @Nullable Object> column) {
    return rows.stream()
        .map(column)
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }

  static <T> GenericExecuteSpec bind(
      GenericExecuteSpec statement, int index, @Nullable T value, Class<T> type) {
    return value == null ? statement.bindNull(index, type) : statement.bind(index, value);
  }
}
