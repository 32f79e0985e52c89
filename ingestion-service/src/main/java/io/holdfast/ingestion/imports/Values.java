package io.holdfast.ingestion.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of a line by our column, each in its stored form. */
record Values(Map<String, String> all) {

  @Nullable String get(String column) {
    return all.get(column);
  }

  String required(String column) {
    return Objects.requireNonNull(all.get(column), column);
  }

  @Nullable Instant instant(String column) {
    String value = all.get(column);
    return value == null ? null : Instant.parse(value);
  }

  @Nullable LocalDate date(String column) {
    String value = all.get(column);
    return value == null ? null : LocalDate.parse(value);
  }

  @Nullable BigDecimal decimal(String column) {
    String value = all.get(column);
    return value == null ? null : new BigDecimal(value);
  }
}
