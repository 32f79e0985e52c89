package io.holdfast.scoring.signal;

import io.holdfast.scoring.picture.TenantCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an account's own past lets expect: the median over equally long spans before the present
 * one. Spans before its first use and spans with a holiday are left out.
 */
record Baseline(BigDecimal median, List<Span> spans) {

  record Span(LocalDate from, LocalDate to, long amount) {}

  /** The spans a baseline is made of, and how far back an older one may be carried. */
  record Rule(int days, int spans, int minimum, int carried) {}

  /**
   * The baseline for a day. When the account was used in too few of the spans before it, its last
   * valid baseline is carried, so that an account that stopped altogether keeps its measure.
   */
  static Optional<Baseline> of(
      LocalDate day,
      Rule rule,
      @Nullable LocalDate firstUse,
      TenantCalendar calendar,
      ToLongBiFunction<LocalDate, LocalDate> amount) {
    if (firstUse == null) {
      return Optional.empty();
    }
    for (int shift = 0; shift <= rule.carried(); shift++) {
      LocalDate last = day.minusDays((long) (shift + 1) * rule.days());
      List<Span> spans = spans(last, rule, firstUse, calendar, amount);
      if (spans.stream().filter(span -> span.amount() > 0).count() >= rule.minimum()) {
        return Optional.of(new Baseline(median(spans), spans))
            .filter(baseline -> baseline.median().signum() > 0);
      }
    }
    return Optional.empty();
  }

  private static List<Span> spans(
      LocalDate last,
      Rule rule,
      LocalDate firstUse,
      TenantCalendar calendar,
      ToLongBiFunction<LocalDate, LocalDate> amount) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < rule.spans(); i++) {
      LocalDate to = last.minusDays((long) i * rule.days());
      LocalDate from = to.minusDays(rule.days() - 1L);
      if (!to.isBefore(firstUse) && !calendar.hasHoliday(from, to)) {
        spans.add(new Span(from, to, amount.applyAsLong(from, to)));
      }
    }
    return spans;
  }

  /** "8 weeks", with the day it ended when it is an older one. */
  String over(LocalDate day, int days) {
    String weeks = Numbers.counted(spans.size(), "week", "weeks");
    LocalDate last = spans.getFirst().to();
    return last.isBefore(day.minusDays(2L * days)) ? weeks + " until " + last : weeks;
  }

  private static BigDecimal median(List<Span> spans) {
    long[] sorted = spans.stream().mapToLong(Span::amount).sorted().toArray();
    int middle = sorted.length / 2;
    BigDecimal upper = BigDecimal.valueOf(sorted[middle]);
    if (sorted.length % 2 == 1) {
      return upper;
    }
    BigDecimal both = upper.add(BigDecimal.valueOf(sorted[middle - 1]));
    return Numbers.plain(both.divide(BigDecimal.TWO));
  }
}
