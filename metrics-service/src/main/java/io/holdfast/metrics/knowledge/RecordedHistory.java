package io.holdfast.metrics.knowledge;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.holdfast.metrics.billing.Invoice;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.Outcome;
import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.contract.Subscription;
import io.holdfast.metrics.contract.SubscriptionId;
import io.holdfast.metrics.ledger.AccountHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
    AccountId account,
    List<Recorded<Phase>> phases,
    List<Recorded<Invoice>> invoices,
    List<Recorded<Outcome>> outcomes) {

  public RecordedHistory {
    phases = List.copyOf(phases);
    invoices = List.copyOf(invoices);
    outcomes = List.copyOf(outcomes);
  }

  private record PhaseKey(SubscriptionId subscription, LocalDate startsOn) {}

  /** With the last version of each fact; what was taken back is gone. */
  public AccountHistory asKnownNow() {
    List<Subscription> subscriptions =
        latest(phases, phase -> new PhaseKey(phase.subscription(), phase.startsOn())).stream()
            .filter(phase -> !phase.isVoid())
            .collect(
                collectingAndThen(
                    groupingBy(Phase::subscription),
                    bySubscription ->
                        bySubscription.entrySet().stream()
                            .map(entry -> new Subscription(entry.getKey(), entry.getValue()))
                            .toList()));
    List<Invoice> current =
        latest(invoices, Invoice::id).stream()
            .filter(invoice -> invoice.account().equals(account))
            .toList();
    return new AccountHistory(
        account, subscriptions, current, outcomes.stream().map(Recorded::fact).toList());
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
        account,
        phases.stream().flatMap(phase -> hindsight.phase(phase).stream()).collect(toList()),
        invoices.stream().flatMap(invoice -> hindsight.invoice(invoice).stream()).collect(toList()),
        outcomes.stream().filter(hindsight::knows).toList());
  }

  private static <K, T> Collection<T> latest(List<Recorded<T>> versions, Function<T, K> key) {
    Comparator<Recorded<T>> order = Comparator.comparing(Recorded::knowledge);
    Map<K, Recorded<T>> latest = new HashMap<>();
    for (Recorded<T> version : versions) {
      latest.merge(key.apply(version.fact()), version, (a, b) -> order.compare(a, b) < 0 ? b : a);
    }
    return latest.values().stream().map(Recorded::fact).toList();
  }
}
