package io.holdfast.metrics.ledger;

import static io.holdfast.metrics.HistoryFixture.POLICY;
import static io.holdfast.metrics.HistoryFixture.USD;
import static io.holdfast.metrics.HistoryFixture.account;
import static io.holdfast.metrics.HistoryFixture.day;
import static io.holdfast.metrics.HistoryFixture.phase;
import static io.holdfast.metrics.HistoryFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.metrics.contract.Discount;
import io.holdfast.metrics.contract.Renewal;
import io.holdfast.metrics.money.ExchangeRates;
import io.holdfast.metrics.policy.Interval;
import org.junit.jupiter.api.Test;

class StandingTests {

  @Test
  void isUpForRenewalUntilTheContractHasLapsed() {
    Renewal undecided = new Renewal(day("2025-01-01"), false, null);

    assertThat(on("2024-12-01", undecided).renewsOn()).isEqualTo("2025-01-01");
    assertThat(on("2025-03-31", undecided).renewsOn()).isEqualTo("2025-01-01");
    assertThat(on("2025-03-31", undecided).mrr()).hasToString("100");
    assertThat(on("2025-04-01", undecided).renewsOn()).isNull();
    assertThat(on("2025-04-01", undecided).mrr()).hasToString("0");
  }

  @Test
  void isNotUpForARenewalThatHappenedByItself() {
    Renewal automatic = new Renewal(day("2025-01-01"), true, null);

    assertThat(on("2025-01-01", automatic).renewsOn()).isEqualTo("2025-01-01");
    assertThat(on("2025-01-02", automatic).renewsOn()).isNull();
    assertThat(on("2025-01-02", automatic).arr()).hasToString("1200");
  }

  private static Standing on(String day, Renewal renewal) {
    AccountHistory history =
        account("acme")
            .has(
                phase(
                    "acme",
                    "s",
                    "2024-01-01",
                    null,
                    usd("100", Interval.MONTH),
                    Discount.NONE,
                    renewal,
                    "active"))
            .history();
    Booking booking = new BookKeeping(POLICY, ExchangeRates.none(USD)).book(history);
    return Standing.on(day(day), (Booking.Booked) booking, history, USD, POLICY);
  }
}
