package io.holdfast.metrics.contract;

import static io.holdfast.metrics.HistoryFixture.POLICY;
import static io.holdfast.metrics.HistoryFixture.day;
import static io.holdfast.metrics.HistoryFixture.phase;
import static io.holdfast.metrics.HistoryFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.holdfast.metrics.HistoryFixture;
import io.holdfast.metrics.money.Amount;
import io.holdfast.metrics.policy.Interval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTests {

  @ParameterizedTest
  @CsvSource({
    // amount, interval, count, quantity, monthly = amount × quantity × factor ÷ count
    "10, DAY, 1, 1, 304.16666667", // 10 × 365 ÷ 12
    "100, WEEK, 1, 1, 433.33333333", // 100 × 52 ÷ 12
    "100, WEEK, 2, 3, 650", // 300 × 52 ÷ 24
    "49.99, MONTH, 1, 7, 349.93",
    "1000, QUARTER, 1, 1, 333.33333333",
    "1000, HALF_YEAR, 1, 1, 166.66666667",
    "52000, YEAR, 1, 1, 4333.33333333",
    "1000, YEAR, 3, 1, 27.77777778", // 1000 ÷ 36 = 27.777777…
    "0.00000006, YEAR, 1, 1, 0", // half of the last decimal goes to the even neighbour
    "0.00000018, YEAR, 1, 1, 0.00000002",
  })
  void isWorthItsPriceAMonthRoundedOnce(
      String amount, Interval interval, int count, String quantity, String monthly) {
    Price price =
        new Price(
            new BigDecimal(amount), HistoryFixture.USD, interval, count, new BigDecimal(quantity));

    assertThat(price.monthly(POLICY, BigDecimal.ZERO)).hasToString(monthly);
  }

  @Test
  void endsAPhaseWhereTheNextBegins() {
    Subscription subscription =
        subscription(
            phase("a", "s", "2025-03-01", null, usd("300", Interval.MONTH)),
            phase("a", "s", "2025-01-01", null, usd("200", Interval.MONTH)));

    assertThat(subscription.paidSpans(POLICY))
        .containsExactly(
            span("2025-01-01", day("2025-03-01"), "200"), span("2025-03-01", null, "300"));
  }

  @Test
  void leavesAGapBetweenPhasesUnpaid() {
    Subscription subscription =
        subscription(
            phase("a", "s", "2025-01-01", "2025-02-01", usd("200", Interval.MONTH)),
            phase("a", "s", "2025-04-01", null, usd("200", Interval.MONTH)));

    assertThat(subscription.paidSpans(POLICY))
        .containsExactly(
            span("2025-01-01", day("2025-02-01"), "200"), span("2025-04-01", null, "200"));
  }

  @Test
  void isReducedWhileAFiniteDiscountRuns() {
    Phase phase =
        phase(
            "a",
            "s",
            "2025-01-31",
            null,
            usd("100", Interval.MONTH),
            new Discount(new BigDecimal("25"), 1),
            Renewal.UNKNOWN,
            "active");

    // one month from 31 January ends with February
    assertThat(subscription(phase).paidSpans(POLICY))
        .containsExactly(
            span("2025-01-31", day("2025-02-28"), "75"), span("2025-02-28", null, "100"));
  }

  @Test
  void isReducedForEverByADiscountWithoutMonths() {
    Phase phase =
        phase(
            "a",
            "s",
            "2025-01-01",
            null,
            usd("100", Interval.WEEK),
            new Discount(new BigDecimal("10"), null),
            Renewal.UNKNOWN,
            "active");

    assertThat(subscription(phase).paidSpans(POLICY))
        .containsExactly(span("2025-01-01", null, "390")); // 100 × 52 ÷ 12 × 0.9
  }

  @Test
  void isWorthNothingOnTrialOrForFree() {
    Phase trial =
        phase(
            "a",
            "s",
            "2025-01-01",
            "2025-01-15",
            usd("100", Interval.MONTH),
            Discount.NONE,
            Renewal.UNKNOWN,
            "trialing");
    Phase free = phase("a", "s", "2025-01-15", null, usd("0", Interval.MONTH));

    assertThat(subscription(trial, free).paidSpans(POLICY)).isEmpty();
  }

  @Test
  void lapsesNinetyDaysAfterARenewalThatNobodySaidIsAutomatic() {
    for (Boolean automatic : new Boolean[] {false, null}) {
      Phase phase = renewing(new Renewal(day("2025-01-01"), automatic, 60));

      assertThat(subscription(phase).paidSpans(POLICY))
          .containsExactly(lapsing("2024-01-01", "2025-04-01", "100"));
      assertThat(state(phase, "2025-01-01")).isEqualTo(PhaseState.LIVE);
      assertThat(state(phase, "2025-01-02")).isEqualTo(PhaseState.LAPSED);
      assertThat(state(phase, "2025-04-01")).isEqualTo(PhaseState.CHURNED);
    }
  }

  @Test
  void goesOnPastARenewalThatIsAutomatic() {
    Phase phase = renewing(new Renewal(day("2025-01-01"), true, null));

    assertThat(subscription(phase).paidSpans(POLICY))
        .containsExactly(span("2024-01-01", null, "100"));
    assertThat(state(phase, "2025-06-01")).isEqualTo(PhaseState.LIVE);
  }

  @Test
  void countsThroughALateRenewalWithinTheNinetyDays() {
    Phase undecided =
        phase(
            "a",
            "s",
            "2024-01-01",
            null,
            usd("100", Interval.MONTH),
            Discount.NONE,
            new Renewal(day("2025-01-01"), false, 60),
            "active");
    Phase renewed = phase("a", "s", "2025-03-15", null, usd("120", Interval.MONTH));

    assertThat(subscription(undecided, renewed).paidSpans(POLICY))
        .containsExactly(
            span("2024-01-01", day("2025-03-15"), "100"), span("2025-03-15", null, "120"));
  }

  @Test
  void endsOnTheDayACancellationWithoutADateBecameKnown() {
    Phase phase =
        new Phase(
            new SubscriptionId("s"),
            new AccountId("a"),
            day("2025-01-01"),
            null,
            usd("100", Interval.MONTH),
            Discount.NONE,
            Renewal.UNKNOWN,
            "canceled",
            day("2025-05-05"),
            null,
            null);

    assertThat(subscription(phase).paidSpans(POLICY))
        .containsExactly(span("2025-01-01", day("2025-05-05"), "100"));
  }

  @Test
  void refusesTwoPhasesOfOneStart() {
    Phase phase = phase("a", "s", "2025-01-01", null, usd("100", Interval.MONTH));

    assertThatIllegalArgumentException().isThrownBy(() -> subscription(phase, phase));
  }

  private static Phase renewing(Renewal renewal) {
    return phase(
        "a", "s", "2024-01-01", null, usd("100", Interval.MONTH), Discount.NONE, renewal, "active");
  }

  private static PhaseState state(Phase phase, String day) {
    return subscription(phase).stateOf(phase, day(day), POLICY);
  }

  private static Subscription subscription(Phase... phases) {
    return new Subscription(new SubscriptionId("s"), List.of(phases));
  }

  private static PaidSpan span(String from, @Nullable LocalDate until, String monthly) {
    return span(from, until == null ? LocalDate.MAX : until, monthly, false);
  }

  private static PaidSpan lapsing(String from, String until, String monthly) {
    return span(from, day(until), monthly, true);
  }

  private static PaidSpan span(String from, LocalDate until, String monthly, boolean lapses) {
    return new PaidSpan(
        new SubscriptionId("s"),
        new AccountId("a"),
        day(from),
        until,
        Amount.of(monthly),
        HistoryFixture.USD,
        lapses);
  }
}
