package io.holdfast.metrics.knowledge;

import static io.holdfast.metrics.HistoryFixture.day;
import static io.holdfast.metrics.HistoryFixture.phase;
import static io.holdfast.metrics.HistoryFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.Discount;
import io.holdfast.metrics.contract.OneAccount;
import io.holdfast.metrics.contract.Outcome;
import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.contract.Renewal;
import io.holdfast.metrics.contract.Subscription;
import io.holdfast.metrics.policy.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordedHistoryTests {

  private static final AccountId ACME = new AccountId("acme");

  @Test
  void holdsWhatWasToldLastOfAnOutcomeInWhateverOrderItCame() {
    List<Recorded<Outcome>> told =
        List.of(
            told("2025-06-01", Outcome.Kind.VOLUNTARY_CHURN, "zebra"),
            told("2025-06-03", Outcome.Kind.VOLUNTARY_CHURN, "alpha"),
            told("2025-06-02", Outcome.Kind.INVOLUNTARY_CHURN, "card"));

    for (int seed = 0; seed < 6; seed++) {
      assertThat(outcomes(shuffled(told, seed)))
          .containsExactly(new Outcome(Outcome.Kind.VOLUNTARY_CHURN, day("2025-05-31"), "alpha"));
    }
  }

  @Test
  void keepsARenewalBesideAChurnOfTheSameDay() {
    assertThat(
            outcomes(
                List.of(
                    told("2025-06-01", Outcome.Kind.RENEWED, "first"),
                    told("2025-06-02", Outcome.Kind.VOLUNTARY_CHURN, "then"))))
        .extracting(Outcome::kind)
        .containsExactlyInAnyOrder(Outcome.Kind.RENEWED, Outcome.Kind.VOLUNTARY_CHURN);
  }

  @Test
  void knowsAStatusFromTheDayItWasFirstTold() {
    Subscription subscription =
        current(
            List.of(
                version("2025-01-01", "active", 10),
                version("2025-05-05", "canceled", 10),
                version("2025-06-20", "canceled", 12)));

    Phase phase = subscription.phases().getFirst();
    assertThat(phase.price().amount()).isEqualByComparingTo("12");
    assertThat(phase.statusKnownOn()).isEqualTo(day("2025-05-05"));
  }

  @Test
  void knowsAStatusAnewThatWasAnotherMeanwhile() {
    Subscription subscription =
        current(
            List.of(
                version("2025-05-05", "canceled", 10),
                version("2025-05-08", "active", 10),
                version("2025-06-20", "canceled", 10)));

    assertThat(subscription.phases().getFirst().statusKnownOn()).isEqualTo(day("2025-06-20"));
  }

  @Test
  void forgetsAPhaseThatWasTakenBack() {
    assertThat(
            history(List.of(version("2025-01-01", "active", 10), version("2025-02-01", "void", 10)))
                .asKnownNow()
                .subscriptions())
        .isEmpty();
  }

  @Test
  void knowsNothingBeforeItWasRecorded() {
    RecordedHistory history =
        history(List.of(version("2025-01-01", "active", 10), version("2025-05-05", "void", 10)));

    assertThat(knownAt(history, "2024-12-31")).isEmpty();
    assertThat(knownAt(history, "2025-03-01")).hasSize(1);
    assertThat(knownAt(history, "2025-06-01")).isEmpty();
  }

  @Test
  void takesEachDateOfALoadAsRecordedForKnownWhenItCame() {
    Phase phase = phase("acme", "s", "2025-01-01", "2025-09-01", usd("10", Interval.MONTH));
    Knowledge assumed = new Knowledge("f", at("2026-01-01"), null);
    RecordedHistory history = history(List.of(new Recorded<>(phase, assumed)));

    assertThat(knownAt(history, "2024-12-31")).isEmpty();
    assertThat(knownAt(history, "2025-03-01").getFirst().phases().getFirst().endsOn()).isNull();
    assertThat(knownAt(history, "2025-09-01").getFirst().phases().getFirst().endsOn())
        .isEqualTo(day("2025-09-01"));
  }

  private static List<Subscription> knownAt(RecordedHistory history, String day) {
    return history.knownAt(new Hindsight(at(day), ZoneOffset.UTC)).asKnownNow().subscriptions();
  }

  private static Subscription current(List<Recorded<Phase>> versions) {
    return history(shuffled(versions, 7)).asKnownNow().subscriptions().getFirst();
  }

  private static List<Outcome> outcomes(List<Recorded<Outcome>> told) {
    return new RecordedHistory(OneAccount.alone(ACME), List.of(), List.of(), told)
        .asKnownNow()
        .outcomes();
  }

  private static RecordedHistory history(List<Recorded<Phase>> phases) {
    return new RecordedHistory(OneAccount.alone(ACME), phases, List.of(), List.of());
  }

  private static Recorded<Outcome> told(String on, Outcome.Kind kind, String reason) {
    return new Recorded<>(new Outcome(kind, day("2025-05-31"), reason), known(on));
  }

  private static Recorded<Phase> version(String on, String status, int amount) {
    Phase phase =
        phase(
            "acme",
            "s",
            "2025-01-01",
            null,
            usd(Integer.toString(amount), Interval.MONTH),
            Discount.NONE,
            Renewal.UNKNOWN,
            status);
    return new Recorded<>(phase.withStatusKnownOn(LocalDate.parse(on)), known(on));
  }

  private static Knowledge known(String on) {
    return new Knowledge("fact-of-" + on, at(on), at(on));
  }

  private static Instant at(String day) {
    return LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static <T> List<T> shuffled(List<T> list, int seed) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }
}
