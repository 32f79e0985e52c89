package io.holdfast.metrics.ledger;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.holdfast.metrics.contract.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives each churn its kind and reason. What people recorded goes before what the policy found: the
 * last outcome between the start of the paid time that ended and the start of the next one decides,
 * whether it was recorded with the notice, on the day or afterwards.
 */
record ChurnReasons(List<Outcome> outcomes) {

  static final String PAYMENT_OVERDUE = "payment_overdue";
  static final String CONTRACT_LAPSED = "contract_lapsed";

  ChurnReasons {
    outcomes =
        outcomes.stream()
            .sorted(
                comparing(Outcome::happenedOn)
                    .thenComparing(Outcome::kind)
                    .thenComparing(Outcome::reason, nullsFirst(naturalOrder())))
            .toList();
  }

  static ChurnKind derivedKind(Timelines timelines, LocalDate day) {
    if (timelines.fallsPastDueOn(day)) {
      return ChurnKind.INVOLUNTARY;
    }
    return timelines.lapsesOn(day) ? ChurnKind.VOLUNTARY : ChurnKind.UNCLASSIFIED;
  }

  static @Nullable String derivedReason(Timelines timelines, LocalDate day) {
    if (timelines.fallsPastDueOn(day)) {
      return PAYMENT_OVERDUE;
    }
    return timelines.lapsesOn(day) ? CONTRACT_LAPSED : null;
  }

  List<Movement> classify(List<Movement> movements) {
    List<Movement> classified = new ArrayList<>(movements);
    LocalDate paidSince = LocalDate.MIN;
    for (int i = 0; i < movements.size(); i++) {
      Movement movement = movements.get(i);
      if (movement.kind() == MovementKind.CHURN) {
        LocalDate next = nextStart(movements, i);
        classified.set(i, told(movement, paidSince, next));
      } else if (isStart(movement)) {
        paidSince = movement.on();
      }
    }
    return classified;
  }

  private Movement told(Movement churn, LocalDate paidSince, LocalDate next) {
    Optional<Outcome> last =
        outcomes.stream()
            .filter(o -> !o.happenedOn().isBefore(paidSince) && o.happenedOn().isBefore(next))
            .filter(o -> o.kind() != Outcome.Kind.RENEWED || !o.happenedOn().isAfter(churn.on()))
            .reduce((_, later) -> later);
    return last.map(outcome -> told(churn, outcome)).orElse(churn);
  }

  private static Movement told(Movement churn, Outcome outcome) {
    String reason = outcome.reason() == null ? churn.reason() : outcome.reason();
    return switch (outcome.kind()) {
      case VOLUNTARY_CHURN -> churn.classified(ChurnKind.VOLUNTARY, reason);
      case INVOLUNTARY_CHURN -> churn.classified(ChurnKind.INVOLUNTARY, reason);
      case RENEWED -> churn;
    };
  }

  private static LocalDate nextStart(List<Movement> movements, int churn) {
    return movements.subList(churn, movements.size()).stream()
        .filter(ChurnReasons::isStart)
        .map(Movement::on)
        .findFirst()
        .orElse(LocalDate.MAX);
  }

  private static boolean isStart(Movement movement) {
    return movement.kind() == MovementKind.NEW || movement.kind() == MovementKind.REACTIVATION;
  }
}
