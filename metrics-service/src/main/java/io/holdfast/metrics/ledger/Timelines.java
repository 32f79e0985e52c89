package io.holdfast.metrics.ledger;

import static java.util.stream.Collectors.toMap;

import io.holdfast.metrics.billing.PastDue;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.PaidSpan;
import io.holdfast.metrics.contract.SubscriptionId;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.policy.MetricPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What an account and those merged into it pay for, beside each other. Each changes, and is valued,
 * on its own days only: what they are worth together is on every day the sum of what they were.
 */
final class Timelines {

  private final Map<AccountId, Timeline> byAccount;

  private Timelines(Map<AccountId, Timeline> byAccount) {
    this.byAccount = byAccount;
  }

  static Timelines of(AccountHistory history, MetricPolicy policy, ExchangeRates rates) {
    List<PaidSpan> spans = history.paidSpans(policy);
    Map<AccountId, PastDue> pastDue = history.pastDue(policy);
    return new Timelines(
        history.whose().all().stream()
            .collect(
                toMap(
                    Function.identity(),
                    told ->
                        new Timeline(
                            spans.stream().filter(span -> span.account().equals(told)).toList(),
                            pastDue.getOrDefault(told, PastDue.NEVER),
                            rates))));
  }

  NavigableSet<LocalDate> days() {
    NavigableSet<LocalDate> days = new TreeSet<>();
    byAccount.values().forEach(timeline -> days.addAll(timeline.days()));
    return days;
  }

  /** Whether something of the account that a span was told of changes on one of the days. */
  boolean changesOn(LocalDate day, PaidSpan span) {
    if (isAlone()) {
      return true;
    }
    Timeline timeline = byAccount.get(span.account());
    return timeline != null && timeline.days().contains(day);
  }

  /**
   * What counts from one of the days on.
   *
   * @param before what counted until then
   */
  Map<SubscriptionId, PaidSpan> countedFrom(LocalDate day, Map<SubscriptionId, PaidSpan> before) {
    if (isAlone()) {
      return byAccount.values().iterator().next().countedFrom(day);
    }
    Map<SubscriptionId, PaidSpan> counted = new TreeMap<>(before);
    counted.values().removeIf(span -> changesOn(day, span));
    byAccount.values().forEach(timeline -> counted.putAll(timeline.countedFrom(day)));
    return counted;
  }

  /** Nothing was merged into the account; its days are the only ones there are. */
  private boolean isAlone() {
    return byAccount.size() == 1;
  }

  boolean fallsPastDueOn(LocalDate day) {
    return byAccount.values().stream().anyMatch(timeline -> timeline.fallsPastDueOn(day));
  }

  boolean isPaidAfterAllOn(LocalDate day) {
    return byAccount.values().stream().anyMatch(timeline -> timeline.isPaidAfterAllOn(day));
  }

  boolean lapsesOn(LocalDate day) {
    return byAccount.values().stream().anyMatch(timeline -> timeline.lapsesOn(day));
  }
}
