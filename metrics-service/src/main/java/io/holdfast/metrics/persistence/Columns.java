package io.holdfast.metrics.persistence;

import io.holdfast.metrics.contract.AccountId;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads columns that are never null, and those that may be. */
record Columns(Readable row) {

  <T> T required(String name, Class<T> type) {
    return Objects.requireNonNull(row.get(name, type), name);
  }

  <T> @Nullable T optional(String name, Class<T> type) {
    return row.get(name, type);
  }

  /** Whose row it is. */
  AccountId account() {
    return new AccountId(text("account_id"));
  }

  static AccountId account(Readable row) {
    return new Columns(row).account();
  }

  String text(String name) {
    return required(name, String.class);
  }

  BigDecimal number(String name) {
    return required(name, BigDecimal.class);
  }

  LocalDate day(String name) {
    return required(name, LocalDate.class);
  }

  Instant instant(String name) {
    return required(name, Instant.class);
  }
}
