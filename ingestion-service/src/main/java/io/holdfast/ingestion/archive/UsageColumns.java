package io.holdfast.ingestion.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Columns as arrays that say no more than they must: on the busiest path most of the cost of a
 * value is its way to the database. The statement fills up what is left out.
 */
final class UsageColumns {
  private UsageColumns() {}

  static <T> String[] of(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  /** One value where all rows have the same. */
  static <T> String[] repeated(List<T> rows, Function<T, String> column) {
    String first = column.apply(rows.getFirst());
    return rows.stream().allMatch(row -> column.apply(row).equals(first))
        ? new String[] {first}
        : of(rows, column);
  }

  /** None where no row has one. */
  static <T> @Nullable String[] sparse(List<T> rows, Function<T, @Nullable String> column) {
    return rows.stream().allMatch(row -> column.apply(row) == null)
        ? new String[0]
        : rows.stream().map(column).toArray(String[]::new);
  }

  /** Microseconds since 1970, as exact as the archive keeps times: shorter than a date. */
  static <T> @Nullable Long[] micros(List<T> rows, Function<T, @Nullable Instant> column) {
    @Nullable Long[] micros = new @Nullable Long[rows.size()];
    for (int i = 0; i < micros.length; i++) {
      Instant time = column.apply(rows.get(i));
      micros[i] = time == null ? null : micros(EntryColumns.kept(time));
    }
    return micros;
  }

  static long micros(Instant kept) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, kept);
  }
}
