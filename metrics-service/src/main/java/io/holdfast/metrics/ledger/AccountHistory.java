package io.holdfast.metrics.ledger;

import io.holdfast.metrics.billing.Invoice;
import io.holdfast.metrics.billing.PastDue;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.OneAccount;
import io.holdfast.metrics.contract.Outcome;
import io.holdfast.metrics.contract.PaidSpan;
import io.holdfast.metrics.contract.Subscription;
import io.holdfast.metrics.policy.MetricPolicy;
import java.util.List;
import java.util.Map;

/**
 * Everything known about one account that moves its revenue.
 *
 * @param subscriptions with all their phases, also those another account holds: a phase of one
 *     account ends where the subscription goes on with another
 */
public record AccountHistory(
    OneAccount whose,
    List<Subscription> subscriptions,
    List<Invoice> invoices,
    List<Outcome> outcomes) {

  public AccountHistory {
    subscriptions = List.copyOf(subscriptions);
    invoices = List.copyOf(invoices);
    outcomes = List.copyOf(outcomes);
  }

  public AccountId account() {
    return whose.id();
  }

  /** An invoice names no contract, so it is owed for all that were told of the same account. */
  public Map<AccountId, PastDue> pastDue(MetricPolicy policy) {
    return PastDue.byAccount(invoices, policy);
  }

  List<PaidSpan> paidSpans(MetricPolicy policy) {
    return subscriptions.stream()
        .flatMap(subscription -> subscription.paidSpans(policy).stream())
        .filter(span -> whose.is(span.account()))
        .toList();
  }
}
