package io.holdfast.metrics.knowledge;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.holdfast.metrics.billing.Invoice;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.OneAccount;
import io.holdfast.metrics.contract.Outcome;
import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.contract.Subscription;
import io.holdfast.metrics.contract.SubscriptionId;
import io.holdfast.metrics.ledger.AccountHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every version of every fact about an account.
 *
 * @param phases of its subscriptions, also those that other accounts hold
 */
public record RecordedHistory(
    OneAccount whose,
    List<Recorded<Phase>> phases,
    List<Recorded<Invoice>> invoices,
    List<Recorded<Outcome>> outcomes) {

  public RecordedHistory {
    phases = List.copyOf(phases);
    invoices = List.copyOf(invoices);
    outcomes = List.copyOf(outcomes);
  }

  public AccountId account() {
    return whose.id();
  }

  private record PhaseKey(SubscriptionId subscription, LocalDate startsOn) {

    static PhaseKey of(Phase phase) {
      return new PhaseKey(phase.subscription(), phase.startsOn());
    }
  }

  /** A contract ends one way or the other, so of two churns told of one day the last told holds. */
  private record OutcomeKey(LocalDate happenedOn, boolean renewed) {

    static OutcomeKey of(Outcome outcome) {
      return new OutcomeKey(outcome.happenedOn(), outcome.kind() == Outcome.Kind.RENEWED);
    }
  }

  /** With the last version of each fact; what was taken back is gone. */
  public AccountHistory asKnownNow() {
    Map<SubscriptionId, List<Phase>> bySubscription =
        versions(phases, PhaseKey::of)
            .map(RecordedHistory::current)
            .filter(phase -> !phase.isVoid())
            .collect(groupingBy(Phase::subscription));
    return new AccountHistory(
        whose,
        bySubscription.entrySet().stream()
            .map(entry -> new Subscription(entry.getKey(), entry.getValue()))
            .toList(),
        versions(invoices, Invoice::id)
            .map(List::getLast)
            .filter(invoice -> whose.is(invoice.account()))
            .toList(),
        versions(outcomes, OutcomeKey::of).map(List::getLast).toList());
  }

  /** The facts that came after an instant, in their order. */
  public List<String> learntAfter(Instant instant) {
    return Stream.of(phases, invoices, outcomes)
        .flatMap(List::stream)
        .map(Recorded::knowledge)
        .filter(knowledge -> knowledge.receivedAt().isAfter(instant))
        .sorted()
        .map(Knowledge::factId)
        .toList();
  }

  /** Only what was known at the instant, in the words of then. */
  public RecordedHistory knownAt(Hindsight hindsight) {
    return new RecordedHistory(
        whose,
        phases.stream().flatMap(phase -> hindsight.phase(phase).stream()).collect(toList()),
        invoices.stream().flatMap(invoice -> hindsight.invoice(invoice).stream()).collect(toList()),
        outcomes.stream().filter(hindsight::knows).toList());
  }

  /** Telling a status again, perhaps with a correction of something else, does not make it news. */
  private static Phase current(List<Phase> versions) {
    Phase last = versions.getLast();
    LocalDate since = last.statusKnownOn();
    for (Phase version : versions.reversed()) {
      if (!version.status().equals(last.status())) {
        break;
      }
      since = version.statusKnownOn();
    }
    return last.withStatusKnownOn(since);
  }

  /** The versions of each thing, the one that holds last. */
  private static <K, T> Stream<List<T>> versions(List<Recorded<T>> recorded, Function<T, K> key) {
    return recorded.stream()
        .sorted(comparing(Recorded::knowledge))
        .map(Recorded::fact)
        .collect(groupingBy(key))
        .values()
        .stream();
  }
}
