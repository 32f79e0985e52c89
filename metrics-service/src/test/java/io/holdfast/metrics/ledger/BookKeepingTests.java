package io.holdfast.metrics.ledger;

import static io.holdfast.metrics.HistoryFixture.EUR;
import static io.holdfast.metrics.HistoryFixture.POLICY;
import static io.holdfast.metrics.HistoryFixture.USD;
import static io.holdfast.metrics.HistoryFixture.account;
import static io.holdfast.metrics.HistoryFixture.day;
import static io.holdfast.metrics.HistoryFixture.phase;
import static io.holdfast.metrics.HistoryFixture.price;
import static io.holdfast.metrics.HistoryFixture.usd;
import static io.holdfast.metrics.contract.Outcome.Kind.INVOLUNTARY_CHURN;
import static io.holdfast.metrics.contract.Outcome.Kind.RENEWED;
import static io.holdfast.metrics.contract.Outcome.Kind.VOLUNTARY_CHURN;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.metrics.HistoryFixture;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.Discount;
import io.holdfast.metrics.contract.Renewal;
import io.holdfast.metrics.contract.SubscriptionId;
import io.holdfast.metrics.money.ExchangeRate;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.policy.Interval;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookKeepingTests {

  @Test
  void classifiesForTheAccountAndNotForItsSubscriptions() {
    HistoryFixture acme =
        account("acme")
            .pays("seats", "2025-01-01", "2025-06-01", usd("100", Interval.MONTH))
            .pays("addon", "2025-02-01", "2025-08-01", usd("40", Interval.MONTH));

    assertThat(lines(acme))
        .containsExactly(
            "2025-01-01 NEW 100 [seats]",
            "2025-02-01 EXPANSION 40 [addon]",
            "2025-06-01 CONTRACTION -100 [seats]",
            "2025-08-01 CHURN -40 UNCLASSIFIED [addon]");
  }

  @Test
  void netsSeveralChangesOfOneDay() {
    HistoryFixture acme =
        account("acme")
            .pays("old", "2025-01-01", "2025-06-01", usd("100", Interval.MONTH))
            .pays("new", "2025-06-01", null, usd("130", Interval.MONTH));

    assertThat(lines(acme))
        .containsExactly("2025-01-01 NEW 100 [old]", "2025-06-01 EXPANSION 30 [new, old]");
  }

  @Test
  void movesNothingWhenTheChangesOfADayCancelOut() {
    HistoryFixture acme =
        account("acme")
            .pays("old", "2025-01-01", "2025-06-01", usd("100", Interval.MONTH))
            .pays("new", "2025-06-01", null, usd("1200", Interval.YEAR));

    assertThat(lines(acme)).containsExactly("2025-01-01 NEW 100 [old]");
  }

  @Test
  void callsEveryReturnAReactivation() {
    HistoryFixture acme =
        account("acme")
            .pays("first", "2015-01-01", "2015-02-01", usd("100", Interval.MONTH))
            .pays("second", "2025-01-01", null, usd("80", Interval.MONTH));

    assertThat(lines(acme))
        .containsExactly(
            "2015-01-01 NEW 100 [first]",
            "2015-02-01 CHURN -100 UNCLASSIFIED [first]",
            "2025-01-01 REACTIVATION 80 [second]");
  }

  @Test
  void churnsInvoluntarilyThirtyDaysPastDueAndRecoversByALaterPayment() {
    HistoryFixture acme =
        account("acme")
            .pays("s", "2025-01-01", null, usd("100", Interval.MONTH))
            .owes("i", "2025-03-01", "2025-05-02");

    assertThat(lines(acme))
        .containsExactly(
            "2025-01-01 NEW 100 [s]",
            "2025-03-31 CHURN -100 INVOLUNTARY payment_overdue [s]",
            "2025-05-02 REACTIVATION 100 recovered [s]");
  }

  @Test
  void takesWhatChangedWhilePastDueWithTheRecovery() {
    HistoryFixture acme =
        account("acme")
            .pays("s", "2025-01-01", null, usd("100", Interval.MONTH))
            .pays("s", "2025-04-10", null, usd("150", Interval.MONTH))
            .owes("i", "2025-03-01", "2025-05-02");

    assertThat(lines(acme))
        .endsWith(
            "2025-03-31 CHURN -100 INVOLUNTARY payment_overdue [s]",
            "2025-05-02 REACTIVATION 150 recovered [s]");
  }

  @Test
  void churnsVoluntarilyWhenAContractLapses() {
    HistoryFixture acme =
        account("acme")
            .has(
                phase(
                    "acme",
                    "s",
                    "2024-01-01",
                    null,
                    usd("100", Interval.MONTH),
                    Discount.NONE,
                    new Renewal(day("2025-01-01"), false, null),
                    "active"));

    assertThat(lines(acme))
        .containsExactly(
            "2024-01-01 NEW 100 [s]", "2025-04-01 CHURN -100 VOLUNTARY contract_lapsed [s]");
  }

  @Test
  void takesTheKindOfAChurnFromTheRecordedOutcome() {
    HistoryFixture acme =
        account("acme")
            .pays("s", "2025-01-01", "2025-06-01", usd("100", Interval.MONTH))
            .told(VOLUNTARY_CHURN, "2025-04-15", "competitor")
            .pays("t", "2025-09-01", "2025-10-01", usd("100", Interval.MONTH))
            .told(INVOLUNTARY_CHURN, "2025-10-20", "card");

    assertThat(lines(acme))
        .containsExactly(
            "2025-01-01 NEW 100 [s]",
            "2025-06-01 CHURN -100 VOLUNTARY competitor [s]",
            "2025-09-01 REACTIVATION 100 [t]",
            "2025-10-01 CHURN -100 INVOLUNTARY card [t]");
  }

  @Test
  void forgetsANoticeThatWasFollowedByARenewal() {
    HistoryFixture acme =
        account("acme")
            .pays("s", "2025-01-01", "2026-06-01", usd("100", Interval.MONTH))
            .told(VOLUNTARY_CHURN, "2025-04-15", "price")
            .told(RENEWED, "2025-05-15", null);

    assertThat(lines(acme)).endsWith("2026-06-01 CHURN -100 UNCLASSIFIED [s]");
  }

  @Test
  void movesASubscriptionToTheAccountThatHoldsItsLaterPhase() {
    var first = phase("acme", "s", "2025-01-01", null, usd("100", Interval.MONTH));
    var second = phase("bravo", "s", "2025-03-01", null, usd("100", Interval.MONTH));

    assertThat(lines(account("acme").has(first).has(second)))
        .containsExactly("2025-01-01 NEW 100 [s]", "2025-03-01 CHURN -100 UNCLASSIFIED [s]");
    assertThat(lines(account("bravo").has(first).has(second)))
        .containsExactly("2025-03-01 NEW 100 [s]");
  }

  @Test
  void revaluesContractsInAnotherCurrencyAtTheStartOfTheMonth() {
    HistoryFixture acme =
        account("acme")
            .pays("e", "2025-01-15", "2025-05-10", price("100", EUR, Interval.MONTH))
            .pays("u", "2025-01-15", null, usd("10", Interval.MONTH));

    assertThat(lines(acme, rate("2025-01-01", "1.1"), rate("2025-02-20", "1.25")))
        .containsExactly(
            "2025-01-15 NEW 120 [e, u]", // 100 × 1.1 + 10
            "2025-03-01 FX 15 [e]", // 100 × (1.25 − 1.1)
            "2025-05-10 CONTRACTION -125 [e]");
  }

  @Test
  void valuesAChangeAtTheRateOfItsDay() {
    HistoryFixture acme =
        account("acme")
            .pays("e", "2025-01-15", null, price("100", EUR, Interval.MONTH))
            .pays("f", "2025-01-25", null, price("10", EUR, Interval.MONTH));

    assertThat(lines(acme, rate("2025-01-01", "1.1"), rate("2025-01-20", "1.2")))
        .containsExactly(
            "2025-01-15 NEW 110 [e]", "2025-01-25 FX 10 [e]", "2025-01-25 EXPANSION 12 [f]");
  }

  @Test
  void usesARateQuotedTheOtherWayRound() {
    HistoryFixture acme =
        account("acme").pays("e", "2025-01-15", null, price("100", EUR, Interval.MONTH));
    ExchangeRate inverse = new ExchangeRate(day("2025-01-01"), USD, EUR, new BigDecimal("0.8"));

    assertThat(lines(acme, inverse)).containsExactly("2025-01-15 NEW 125 [e]");
  }

  @Test
  void leavesAnAccountOutWhoseContractsNoRateValues() {
    HistoryFixture acme =
        account("acme").pays("e", "2025-01-15", null, price("100", EUR, Interval.MONTH));

    Booking booking = book(acme, rate("2025-02-01", "1.1"));

    assertThat(booking)
        .isEqualTo(new Booking.RateMissing(new AccountId("acme"), EUR, day("2025-01-15")));
    assertThat(((Booking.RateMissing) booking).reason(USD))
        .isEqualTo("no exchange rate from EUR to USD on or before 2025-01-15");
  }

  @Test
  void booksNothingForAnAccountWithoutContracts() {
    assertThat(book(account("acme")))
        .isEqualTo(new Booking.Booked(new AccountId("acme"), List.of(), List.of()));
  }

  private static Booking book(HistoryFixture account, ExchangeRate... rates) {
    return new BookKeeping(POLICY, new ExchangeRates(USD, List.of(rates))).book(account.history());
  }

  private static List<String> lines(HistoryFixture account, ExchangeRate... rates) {
    Booking.Booked booked = (Booking.Booked) book(account, rates);
    return booked.movements().stream().map(BookKeepingTests::line).toList();
  }

  private static String line(Movement movement) {
    String churn =
        (movement.churnKind() == null ? "" : " " + movement.churnKind())
            + (movement.reason() == null ? "" : " " + movement.reason());
    return "%s %s %s%s%s %s"
        .formatted(
            movement.on(),
            movement.kind(),
            movement.amount(),
            churn,
            movement.recovered() ? " recovered" : "",
            movement.subscriptions().stream().map(SubscriptionId::value).toList());
  }

  private static ExchangeRate rate(String date, String value) {
    return new ExchangeRate(day(date), EUR, USD, new BigDecimal(value));
  }
}
