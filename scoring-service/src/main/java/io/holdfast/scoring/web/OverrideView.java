package io.holdfast.scoring.web;

import io.holdfast.scoring.picture.Fact.ScoreOverride;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.rescoring.OverrideScore.Held;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

@Schema(name = "HealthOverride")
record OverrideView(
    @Schema(description = "0 to 100") BigDecimal score,
    String reason,
    @Schema(description = "Who decided it") String by,
    Instant since,
    @Schema(description = "The last day on which it holds, of the tenant's calendar")
        LocalDate expiresOn) {

  static OverrideView of(Held held) {
    return of(held.override(), held.calendar());
  }

  static OverrideView of(ScoreOverride override, TenantCalendar calendar) {
    return new OverrideView(
        override.score(),
        override.reason(),
        override.by(),
        override.from(),
        calendar.day(override.until()));
  }
}
