package io.holdfast.metrics.reporting;

import static java.util.Comparator.comparing;

import io.holdfast.metrics.billing.PastDue;
import io.holdfast.metrics.booking.Histories;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.PaidSpan;
import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.contract.PhaseState;
import io.holdfast.metrics.contract.Subscription;
import io.holdfast.metrics.ledger.AccountHistory;
import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.policy.MetricPolicy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Lists what an account agreed to, phase by phase, and how each stands today. */
public final class ReadSubscriptions {

  private final Histories histories;
  private final MetricPolicy policy;
  private final Clock clock;

  public ReadSubscriptions(Histories histories, MetricPolicy policy, Clock clock) {
    this.histories = histories;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * A phase as it stands.
   *
   * @param monthly what it is worth today in its own currency
   */
  public record Standing(Phase phase, PhaseState state, Amount monthly) {}

  /** In the order of their starts. */
  public Mono<List<Standing>> of(AccountId account) {
    return histories
        .settings()
        .map(settings -> settings.dayOf(clock.instant()))
        .zipWhen(_ -> histories.of(List.of(account)))
        .map(found -> standings(found.getT2().getFirst().asKnownNow(), found.getT1()));
  }

  private List<Standing> standings(AccountHistory history, LocalDate today) {
    Map<AccountId, PastDue> pastDue = history.pastDue(policy);
    return history.subscriptions().stream()
        .flatMap(
            subscription ->
                subscription.phases().stream()
                    .filter(phase -> history.whose().is(phase.account()))
                    .map(
                        phase ->
                            standing(
                                subscription,
                                phase,
                                today,
                                pastDue
                                    .getOrDefault(phase.account(), PastDue.NEVER)
                                    .covers(today))))
        .sorted(
            comparing((Standing one) -> one.phase().startsOn())
                .thenComparing(one -> one.phase().subscription()))
        .toList();
  }

  private Standing standing(
      Subscription subscription, Phase phase, LocalDate today, boolean pastDue) {
    PhaseState state = subscription.stateOf(phase, today, policy);
    return switch (state) {
      case LIVE, CANCEL_SCHEDULED, LAPSED ->
          pastDue
              ? new Standing(phase, PhaseState.PAST_DUE, Amount.ZERO)
              : new Standing(phase, state, worth(subscription, today));
      case SCHEDULED, TRIAL, PAST_DUE, REPLACED, CHURNED -> new Standing(phase, state, Amount.ZERO);
    };
  }

  private Amount worth(Subscription subscription, LocalDate today) {
    return subscription.paidSpans(policy).stream()
        .filter(span -> !span.from().isAfter(today) && today.isBefore(span.until()))
        .map(PaidSpan::monthly)
        .findFirst()
        .orElse(Amount.ZERO);
  }
}
