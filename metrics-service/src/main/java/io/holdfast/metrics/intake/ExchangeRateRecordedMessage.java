package io.holdfast.metrics.intake;

import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.money.ExchangeRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
    return new ExchangeRate(date, new CurrencyCode(base), new CurrencyCode(quote), rate);
  }
}
