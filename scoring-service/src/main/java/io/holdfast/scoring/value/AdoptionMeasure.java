package io.holdfast.scoring.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What accounts are compared by, over 28 days. More is better of each. */
public enum AdoptionMeasure {
  /** Distinct people ÷ paid seats. */
  LICENCE_USE("Licence use", "people in 28 days per paid seat"),
  /** Core features used ÷ core features. */
  FEATURE_BREADTH("Breadth of use", "share of the core features used in 28 days"),
  /** Days of use of all people together ÷ people. */
  DAYS_PER_PERSON("Days of use", "days in 28 on which a person uses the product"),
  /** Distinct people ÷ those of the 28 days before. */
  GROWTH("Growth", "people in 28 days per person of the 28 days before");

  private static final int SCALE = 6;

  private final String shown;
  private final String meaning;

  AdoptionMeasure(String shown, String meaning) {
    this.shown = shown;
    this.meaning = meaning;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String shown() {
    return shown;
  }

  public String meaning() {
    return meaning;
  }

  /** Null where there is nothing to divide by. */
  @Nullable BigDecimal of(AdoptionTally tally, int coreFeatures) {
    return switch (this) {
      case LICENCE_USE -> ratio(tally.people(), tally.paidSeats());
      case FEATURE_BREADTH -> ratio(tally.featuresUsed(), coreFeatures);
      case DAYS_PER_PERSON -> ratio(tally.personDays(), tally.people());
      case GROWTH -> ratio(tally.people(), tally.peopleBefore());
    };
  }

  private static @Nullable BigDecimal ratio(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), SCALE, RoundingMode.HALF_EVEN);
  }
}
