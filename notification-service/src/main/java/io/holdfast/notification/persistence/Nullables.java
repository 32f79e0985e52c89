package io.holdfast.notification.persistence;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values that may be absent, and columns that never are. */
final class Nullables {

  private Nullables() {}

  /** The driver must know the type of a value that is absent. */
  static Object orNull(@Nullable Object value, Class<?> type) {
    return value == null ? Parameters.in(type) : value;
  }

  /** Reads a column that is declared {@code not null}. */
  static <T> T need(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
