package io.holdfast.metrics.intake;

import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.money.ExchangeRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record ExchangeRateRecordedMessage(
    LocalDate date,
    String base,
    String quote,
    BigDecimal rate,
    Instant receivedAt,
    @Nullable Instant recordedAt)
    implements Knowable {

  static final String TYPE = "ingestion.exchange-rate-recorded.v1";

  ExchangeRate toDomain() {
    return new ExchangeRate(date, currency(base), currency(quote), rate);
  }

  private static CurrencyCode currency(String code) {
    return new CurrencyCode(code.toUpperCase(Locale.ROOT));
  }
}
