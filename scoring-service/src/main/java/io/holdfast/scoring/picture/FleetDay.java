package io.holdfast.scoring.picture;

import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How many accounts were expected to use the product on a day, and how many of them did not. An
 * account is expected on a weekday on which it used the product in most of the weeks before.
 */
public record FleetDay(LocalDate day, int expected, int silent) {

  public static final int WEEKS = 4;
  public static final int MOST_WEEKS = 3;

  /** Whether somebody who used the product on such days was expected on one. */
  public static boolean expects(LocalDate day, Predicate<LocalDate> used) {
    return IntStream.rangeClosed(1, WEEKS).filter(week -> used.test(day.minusWeeks(week))).count()
        >= MOST_WEEKS;
  }
}
