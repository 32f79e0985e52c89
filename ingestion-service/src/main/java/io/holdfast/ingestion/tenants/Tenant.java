package io.holdfast.ingestion.tenants;

import io.holdfast.ingestion.entry.PlainText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A company's settings, also the form in which the others are told of them.
 *
 * @param fiscalYearStart month, 1–12
 * @param holidays days left out of baselines
 */
public record Tenant(
    String tenantId,
    String name,
    String timeZone,
    String currency,
    String weekStart,
    int fiscalYearStart,
    List<LocalDate> holidays,
    int retentionDays) {

  private static final Set<String> DAYS =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  public Tenant {
    require(holidays.stream().allMatch(Objects::nonNull), "holidays must be dates, not null");
    holidays = holidays.stream().sorted().distinct().toList();
    weekStart = weekStart.toLowerCase(Locale.ROOT);
    require(
        !name.isBlank() && name.length() <= 200 && PlainText.isLine(name),
        "name must have 1 to 200 characters, in one line");
    require(DAYS.contains(weekStart), "weekStart must be a day of the week");
    require(
        fiscalYearStart >= 1 && fiscalYearStart <= 12, "fiscalYearStart must be a month, 1 to 12");
    require(holidays.size() <= 1_000, "holidays may list 1,000 days at most");
    require(
        retentionDays >= 30 && retentionDays <= 36_500,
        "retentionDays must be 30 to 36,500, a month to a century");
    try {
      ZoneId.of(timeZone);
    } catch (DateTimeException _) {
      throw new IllegalArgumentException("timeZone must be an IANA zone, not '" + timeZone + "'");
    }
    require(
        Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .anyMatch(currency::equals),
        "currency must be an ISO 4217 code");
  }

  /** How a tenant begins that nobody has described yet. */
  static Tenant usual(String tenantId) {
    return new Tenant(tenantId, tenantId, "UTC", "USD", "monday", 1, List.of(), 1095);
  }

  private static void require(boolean met, String otherwise) {
    if (!met) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
