package io.holdfast.scoring.value;

import io.holdfast.scoring.picture.Fact.Noted;
import io.holdfast.scoring.picture.TenantCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A progress towards an outcome, as it was noted.
 *
 * @param value a percentage of what was agreed, unless the unit says something else
 */
public record Progress(
    LocalDate on, @Nullable BigDecimal value, @Nullable String unit, @Nullable String words) {

  private static final Set<String> PERCENT = Set.of("", "%", "percent");
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  static Progress of(Noted noted, TenantCalendar calendar) {
    return new Progress(
        calendar.day(noted.happenedAt()), noted.value(), noted.unit(), noted.text());
  }

  /** How much of what was agreed; null when what was noted is no percentage. */
  public @Nullable BigDecimal percent() {
    return value != null && (unit == null || PERCENT.contains(unit.strip())) ? value : null;
  }

  boolean isAll() {
    BigDecimal percent = percent();
    return percent != null && percent.compareTo(ALL) >= 0;
  }
}
