package io.holdfast.metrics.booking;

import io.holdfast.metrics.money.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** In which currency a tenant reports and when its days begin. */
public record TenantSettings(CurrencyCode currency, ZoneId zone) {

  public LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
