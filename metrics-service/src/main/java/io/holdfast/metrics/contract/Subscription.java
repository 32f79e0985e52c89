package io.holdfast.metrics.contract;

import static java.util.Comparator.comparing;

import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.policy.MetricPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Consecutive phases; each lasts at most until the next begins. */
public record Subscription(SubscriptionId id, List<Phase> phases) {

  public Subscription {
    phases = phases.stream().sorted(comparing(Phase::startsOn)).toList();
    for (Phase phase : phases) {
      if (!phase.subscription().equals(id)) {
        throw new IllegalArgumentException("a phase of another subscription");
      }
    }
    for (int i = 1; i < phases.size(); i++) {
      if (phases.get(i).startsOn().equals(phases.get(i - 1).startsOn())) {
        throw new IllegalArgumentException("two phases of one start");
      }
    }
  }

  /** In order of time, without overlap. */
  public List<PaidSpan> paidSpans(MetricPolicy policy) {
    List<PaidSpan> spans = new ArrayList<>();
    for (int i = 0; i < phases.size(); i++) {
      Phase phase = phases.get(i);
      LocalDate next = i + 1 < phases.size() ? phases.get(i + 1).startsOn() : LocalDate.MAX;
      if (phase.isPaid(policy)) {
        addSpans(spans, phase, earlier(phase.end(policy), next), policy);
      }
    }
    return spans;
  }

  /** The phase it is in on a day, also when that one has ended since without another. */
  public Optional<Phase> phaseOn(LocalDate day) {
    return phases.stream()
        .filter(phase -> !phase.startsOn().isAfter(day))
        .reduce((_, later) -> later);
  }

  /** How one of its phases stands on a day, leaving payments aside. */
  public PhaseState stateOf(Phase phase, LocalDate day, MetricPolicy policy) {
    if (phase.startsOn().isAfter(day)) {
      return PhaseState.SCHEDULED;
    }
    boolean current = phaseOn(day).filter(phase::equals).isPresent();
    if (!current) {
      return PhaseState.REPLACED;
    }
    if (!day.isBefore(phase.end(policy)) || !day.isBefore(phase.lapsesOn(policy))) {
      return PhaseState.CHURNED;
    }
    if (!phase.isPaid(policy)) {
      return PhaseState.TRIAL;
    }
    if (phase.endsOn() != null) {
      return PhaseState.CANCEL_SCHEDULED;
    }
    LocalDate decisionDue = phase.renewal().decisionDueOn();
    boolean undecided = decisionDue != null && decisionDue.isBefore(day);
    return undecided ? PhaseState.LAPSED : PhaseState.LIVE;
  }

  private static void addSpans(
      List<PaidSpan> spans, Phase phase, LocalDate end, MetricPolicy policy) {
    LocalDate lapse = phase.lapsesOn(policy);
    boolean lapses = lapse.isBefore(end);
    LocalDate until = earlier(lapse, end);
    LocalDate discounted = earlier(phase.discount().endsOn(phase.startsOn()), until);
    Amount reduced = phase.price().monthly(policy, phase.discount().percent());
    Amount full = phase.price().monthly(policy, BigDecimal.ZERO);
    if (reduced.equals(full)) {
      add(spans, phase, phase.startsOn(), until, full, lapses);
    } else {
      add(spans, phase, phase.startsOn(), discounted, reduced, lapses && discounted.equals(until));
      add(spans, phase, discounted, until, full, lapses);
    }
  }

  private static void add(
      List<PaidSpan> spans,
      Phase phase,
      LocalDate from,
      LocalDate until,
      Amount monthly,
      boolean lapses) {
    if (from.isBefore(until) && monthly.isPositive()) {
      spans.add(
          new PaidSpan(
              phase.subscription(),
              phase.account(),
              from,
              until,
              monthly,
              phase.price().currency(),
              lapses));
    }
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
