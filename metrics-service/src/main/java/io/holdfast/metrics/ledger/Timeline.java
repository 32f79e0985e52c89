package io.holdfast.metrics.ledger;

import static java.util.stream.Collectors.groupingBy;

import io.holdfast.metrics.billing.PastDue;
import io.holdfast.metrics.contract.PaidSpan;
import io.holdfast.metrics.contract.SubscriptionId;
import io.holdfast.metrics.money.ExchangeRates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an account pays for, day by day; nothing changes between two of its days. */
final class Timeline {

  private final NavigableMap<LocalDate, Map<SubscriptionId, PaidSpan>> changes = new TreeMap<>();
  private final List<PaidSpan> spans;
  private final PastDue pastDue;
  private final NavigableSet<LocalDate> days = new TreeSet<>();

  Timeline(List<PaidSpan> spans, PastDue pastDue, ExchangeRates rates) {
    this.spans = spans;
    this.pastDue = pastDue;
    for (PaidSpan span : spans) {
      days.add(span.from());
      days.add(span.until());
      addRevaluations(span, rates);
    }
    for (PastDue.Span span : pastDue.spans()) {
      days.add(span.from());
      days.add(span.until());
    }
    days.remove(LocalDate.MAX);
    TreeMap<SubscriptionId, PaidSpan> running = new TreeMap<>();
    Map<LocalDate, List<PaidSpan>> starts = spans.stream().collect(groupingBy(PaidSpan::from));
    for (LocalDate day : days) {
      running.values().removeIf(span -> !span.until().isAfter(day));
      starts.getOrDefault(day, List.of()).forEach(s -> running.put(s.subscription(), s));
      changes.put(day, pastDue.covers(day) ? Map.of() : Map.copyOf(running));
    }
  }

  NavigableSet<LocalDate> days() {
    return days;
  }

  /** What counts from one of the days on. */
  Map<SubscriptionId, PaidSpan> countedFrom(LocalDate day) {
    return changes.getOrDefault(day, Map.of());
  }

  boolean fallsPastDueOn(LocalDate day) {
    return pastDue.beginsOn(day);
  }

  boolean isPaidAfterAllOn(LocalDate day) {
    return pastDue.endsOn(day);
  }

  boolean lapsesOn(LocalDate day) {
    return spans.stream().anyMatch(span -> span.lapses() && span.until().equals(day));
  }

  /** Contracts in another currency are valued anew at the start of each month. */
  private void addRevaluations(PaidSpan span, ExchangeRates rates) {
    if (span.currency().equals(rates.report())) {
      return;
    }
    LocalDate last =
        rates.lastDate(span.currency()).map(d -> d.plusMonths(1)).orElse(LocalDate.MIN);
    LocalDate month = span.from().withDayOfMonth(1).plusMonths(1);
    while (month.isBefore(span.until()) && !month.isAfter(last)) {
      days.add(month);
      month = month.plusMonths(1);
    }
  }
}
