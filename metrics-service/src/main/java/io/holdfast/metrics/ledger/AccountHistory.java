package io.holdfast.metrics.ledger;

import io.holdfast.metrics.billing.Invoice;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.Outcome;
import io.holdfast.metrics.contract.PaidSpan;
import io.holdfast.metrics.contract.Subscription;
import io.holdfast.metrics.policy.MetricPolicy;
import java.util.List;

/**
 * Everything known about one account that moves its revenue.
 *
 * @param subscriptions with all their phases, also those another account holds: a phase of one
 *     account ends where the subscription goes on with another
 */
public record AccountHistory(
    AccountId account,
    List<Subscription> subscriptions,
    List<Invoice> invoices,
    List<Outcome> outcomes) {

  public AccountHistory {
    subscriptions = List.copyOf(subscriptions);
    invoices = List.copyOf(invoices);
    outcomes = List.copyOf(outcomes);
  }

  List<PaidSpan> paidSpans(MetricPolicy policy) {
    return subscriptions.stream()
        .flatMap(subscription -> subscription.paidSpans(policy).stream())
        .filter(span -> span.account().equals(account))
        .toList();
  }
}
