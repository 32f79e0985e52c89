package io.holdfast.scoring.intake;

import io.holdfast.scoring.rescoring.Rulebook.TenantFacts;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record TenantChangedMessage(
    String name, String timeZone, String currency, @Nullable Set<LocalDate> holidays) {

  static final String TYPE = "ingestion.tenant-changed.v1";

  TenantFacts toDomain() {
    return new TenantFacts(name, timeZone, currency, holidays == null ? Set.of() : holidays);
  }
}
