package io.holdfast.scoring.web;

import io.holdfast.scoring.backtest.Plan;
import io.holdfast.scoring.trying.SegmentBy;
import io.holdfast.tenancy.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "BacktestRequest", description = "Everything may be left out")
record BacktestRequest(
    @Schema(
            type = "string",
            format = "date",
            description = "Weeks that end from this day on; default 78 weeks before `to`")
        @Nullable String from,
    @Schema(
            type = "string",
            format = "date",
            description = "Weeks that end up to this day; default yesterday")
        @Nullable String to,
    @Schema(description = "Within how many days a departure counts, 7 to 730", defaultValue = "90")
        @Nullable Integer horizonDays,
    @Schema(
            description = "How many accounts can be cared for in a week, 1 to 10000",
            defaultValue = "10")
        @Nullable Integer capacity,
    @Schema(allowableValues = {"industry", "country"}) @Nullable String segmentBy,
    @Schema(
            description =
                "The id of another backtest of the model: the same question once more, with its"
                    + " model, settings, knowledge and seed. The report is the same, unless history"
                    + " was loaded as recorded since, or accounts were merged")
        @Nullable UUID again) {

  static final BacktestRequest USUAL = new BacktestRequest(null, null, null, null, null, null);

  private static final int USUAL_HORIZON = 90;
  private static final int USUAL_CAPACITY = 10;
  private static final int USUAL_WEEKS = 78;

  /** Refused with what is wrong and what to do. */
  Plan plan(LocalDate today) {
    LocalDate last = to == null ? today.minusDays(1) : day("to", to);
    LocalDate first = from == null ? last.minusWeeks(USUAL_WEEKS).plusDays(1) : day("from", from);
    if (last.isAfter(today)) {
      throw Problem.unprocessable(
          "invalid_window", "'to' is %s; it must not lie after today, %s".formatted(last, today));
    }
    try {
      return Plan.between(
          first,
          last,
          Objects.requireNonNullElse(horizonDays, USUAL_HORIZON),
          Objects.requireNonNullElse(capacity, USUAL_CAPACITY),
          0);
    } catch (IllegalArgumentException refusal) {
      throw Problem.unprocessable("invalid_backtest", String.valueOf(refusal.getMessage()));
    }
  }

  @Nullable SegmentBy segments() {
    if (segmentBy == null) {
      return null;
    }
    return Arrays.stream(SegmentBy.values())
        .filter(one -> one.key().equals(segmentBy))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.unprocessable(
                    "unknown_segment",
                    "'segmentBy' is '%s'; it must be industry or country".formatted(segmentBy)));
  }

  private static LocalDate day(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1900 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeParseException _) {
      // said below, like any other day that cannot be meant
    }
    throw Problem.unprocessable(
        "invalid_window",
        "'%s' is '%s'; it must be a day such as 2026-03-02".formatted(name, text));
  }
}
