package io.holdfast.scoring.web;

import io.holdfast.scoring.rescoring.OverrideScore.Wish;
import io.holdfast.tenancy.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

@Schema(name = "HealthOverrideRequest")
record OverrideRequest(
    @Schema(
            description = "0 to 100, at most two decimals",
            example = "45",
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable BigDecimal score,
    @Schema(
            maxLength = Reason.LONGEST,
            example = "New sponsor, contract review under way",
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String reason,
    @Schema(
            type = "string",
            format = "date",
            description = "The last day on which it holds, today to a year ahead",
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String expiresOn) {

  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  /** Refused with what is wrong and what to do. */
  Wish wish(LocalDate today, String by) {
    return new Wish(
        given(score), Reason.given(reason, "why the score is another"), lastDay(today), by);
  }

  private static BigDecimal given(@Nullable BigDecimal score) {
    if (score == null || score.signum() < 0 || score.compareTo(FULL) > 0) {
      throw Problem.unprocessable(
          "invalid_score", "'score' is %s; it must be a number from 0 to 100".formatted(score));
    }
    if (score.stripTrailingZeros().scale() > 2) {
      throw Problem.unprocessable(
          "invalid_score", "'score' is %s; it has at most two decimals".formatted(score));
    }
    return score;
  }

  private LocalDate lastDay(LocalDate today) {
    if (expiresOn == null) {
      throw Problem.unprocessable(
          "missing_expiry", "'expiresOn' is missing; say on which day the override ends");
    }
    LocalDate day = day(expiresOn);
    if (day.isBefore(today) || day.isAfter(today.plusYears(1))) {
      throw Problem.unprocessable(
          "invalid_expiry",
          "'expiresOn' is %s; it must lie between today, %s, and a year ahead"
              .formatted(expiresOn, today));
    }
    return day;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw Problem.unprocessable(
          "invalid_expiry",
          "'expiresOn' is '%s'; it must be a day such as 2026-03-02".formatted(text));
    }
  }
}
