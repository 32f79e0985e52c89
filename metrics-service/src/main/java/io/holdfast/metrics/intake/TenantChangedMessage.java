package io.holdfast.metrics.intake;

import io.holdfast.metrics.booking.TenantSettings;
import io.holdfast.metrics.money.CurrencyCode;
import java.time.ZoneId;

record TenantChangedMessage(String currency, String timeZone) {

  static final String TYPE = "ingestion.tenant-changed.v1";

  TenantSettings toDomain() {
    return new TenantSettings(new CurrencyCode(currency), ZoneId.of(timeZone));
  }
}
