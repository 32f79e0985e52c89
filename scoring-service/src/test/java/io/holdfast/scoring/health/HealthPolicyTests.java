package io.holdfast.scoring.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.health.Health.AxisHealth;
import io.holdfast.scoring.health.Health.MissingSignal;
import io.holdfast.scoring.health.Health.SignalHealth;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.TenantCalendar;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class HealthPolicyTests {

  @Test
  void anAccountKnownOnlyByEightWeeksOfUseIsHealthy() {
    Health health = new AccountFixture().usedBy(40, -55, 0).at(0);

    assertThat(health.coverage()).isEqualByComparingTo("0.55");
    assertThat(band(health)).isEqualTo(Band.HEALTHY);
    assertThat(health.missing())
        .extracting(MissingSignal::key)
        .containsExactly(
            "licence_utilisation", "core_feature_use", "days_overdue", "failed_charges");
  }

  @Test
  void aWeekWithNineOfFortyPeopleIsNamedFirstAndLeavesHealthy() {
    Health health = new AccountFixture().usedBy(40, -62, -7).usedBy(9, -6, 0).at(0);

    assertThat(band(health)).isNotIn(Band.HEALTHY, Band.UNKNOWN);
    SignalHealth worst = health.reasons().getFirst();
    assertThat(worst.key()).isEqualTo("weekly_active_users");
    assertThat(worst.reading().sentence())
        .isEqualTo("Weekly active users 9, own baseline 40 over 8 weeks (−78%)");
    assertThat(worst.score()).isEqualByComparingTo("11.25");
  }

  @Test
  void anAccountThatStopsAltogetherKeepsItsBaseline() {
    Health health = new AccountFixture().usedBy(40, -120, -60).at(0);

    assertThat(signal(health, "weekly_active_users").reading().sentence())
        .isEqualTo("Weekly active users 0, own baseline 20 over 8 weeks until 2026-02-02 (−100%)");
  }

  @Test
  void tooFewWeeksOfUseGiveNoBaseline() {
    Health health = new AccountFixture().usedBy(40, -20, 0).at(0);

    assertThat(health.score()).isNull();
    assertThat(band(health)).isEqualTo(Band.UNKNOWN);
    assertThat(health.axes()).allMatch(axis -> axis.points().signum() == 0);
  }

  @Test
  void anAccountNotSeenYetIsUnknown() {
    Health health = new AccountFixture().usedBy(40, -55, 0).at(-100);

    assertThat(health.score()).isNull();
    assertThat(health.coverage()).isEqualByComparingTo("0");
    assertThat(health.missing()).hasSize(7);
  }

  @Test
  void aFullyKnownHealthyAccountHasAHundredPoints() {
    Health health = thriving().at(0);

    assertThat(health.score()).isEqualByComparingTo("100");
    assertThat(health.coverage()).isEqualByComparingTo("1");
    assertThat(health.missing()).isEmpty();
    assertThat(health.reasons()).isEmpty();
  }

  @Test
  void licenceUseCountsPeopleOfFourWeeksOverPaidSeats() {
    SignalHealth licences =
        signal(
            new AccountFixture().usedBy(29, -27, 0).contract(50, -200).at(0),
            "licence_utilisation");

    assertThat(licences.reading().value()).isEqualByComparingTo("0.58");
    assertThat(licences.score()).isEqualByComparingTo("56");
    assertThat(licences.reading().sentence())
        .isEqualTo("Licence utilisation 58%: 29 of 50 paid seats active in 28 days");
  }

  @Test
  void anOverdueInvoiceCostsPointsUntilItIsPaid() {
    AccountFixture account =
        thriving().with("in-1", new Fact.Invoice(date(-60), date(-30), date(-5), null));

    assertThat(signal(account.at(-6), "days_overdue").reading().sentence())
        .isEqualTo("Invoice in-1 is 24 days overdue");
    assertThat(signal(account.at(0), "days_overdue").score()).isEqualByComparingTo("100");
  }

  @Test
  void aFailedChargeCountsUntilItIsMadeGood() {
    AccountFixture account =
        thriving()
            .with("f-1", new Fact.Charge(AccountFixture.noon(-4), "in-9", true))
            .with("f-2", new Fact.Charge(AccountFixture.noon(-1), "in-9", false));

    assertThat(signal(account.at(-2), "failed_charges").score()).isEqualByComparingTo("50");
    assertThat(signal(account.at(0), "failed_charges").score()).isEqualByComparingTo("100");
  }

  @Test
  void silenceIsCountedFromTheLastConversationNotFromUse() {
    Health health = new AccountFixture().usedBy(40, -100, 0).with("m", meeting(-75)).at(0);

    assertThat(signal(health, "silence_days").reading().value()).isEqualByComparingTo("75");
    assertThat(signal(health, "silence_days").score()).isEqualByComparingTo("40");
  }

  @Test
  void silenceIsToldAsPeopleWouldTellIt() {
    AccountFixture account = new AccountFixture().usedBy(40, -3, 0);

    assertThat(silence(account, -3))
        .isEqualTo("No interaction yet: the account was first seen today");
    assertThat(silence(account, 0))
        .isEqualTo("No interaction in 3 days since the account was first seen on 2026-02-27");
    account.with("m", meeting(-1));
    assertThat(silence(account, -1)).isEqualTo("Last interaction today: meeting");
    assertThat(silence(account, 0)).isEqualTo("Last interaction 1 day ago: meeting on 2026-03-01");
  }

  @Test
  void anotherThingThatIsKnownIsNoConversation() {
    AccountFixture account =
        new AccountFixture()
            .usedBy(40, -100, 0)
            .with("w", new Fact.Noted(AccountFixture.noon(-1), "engagement", "webinar"));

    assertThat(signal(account.at(0), "silence_days").reading().value()).isEqualByComparingTo("100");
  }

  @Test
  void aFeatureUsedOnceIsToldSo() {
    Health health =
        new AccountFixture().usedBy(4, "report", -70, -7).usedBy(1, "report", -2, -2).at(0);

    assertThat(signal(health, "core_feature_use").reading().sentence())
        .isEqualTo("Reports used 1 time in 7 days, own baseline 28 (−96%)");
  }

  @Test
  void anAccountThatChurnedIsFrozenAsItWas() {
    AccountFixture account =
        new AccountFixture().usedBy(40, -100, -10).with("o", new Fact.Outcome(date(-9), true));

    assertThat(account.at(0).isFrozen()).isTrue();
    assertThat(account.at(0).score()).isEqualTo(account.at(-1).score());
    assertThat(account.at(-10).isFrozen()).isFalse();
  }

  @Test
  void aNewContractAfterAChurnThawsIt() {
    AccountFixture account =
        new AccountFixture()
            .usedBy(40, -100, 0)
            .with("o", new Fact.Outcome(date(-30), true))
            .contract(40, -10);

    assertThat(account.at(-11).isFrozen()).isTrue();
    assertThat(account.at(-9).isFrozen()).isFalse();
  }

  @Test
  void whatWasKnownThenIsUnchangedByWhatCameLater() {
    AccountFixture account = thriving();
    Health before = knownThen(account);

    account.with(
        "t-1",
        new Fact.Ticket(AccountFixture.noon(-12), null, "urgent"),
        Knowledge.at(AccountFixture.noon(-1)));

    assertThat(knownThen(account)).isEqualTo(before);
    assertThat(account.at(-5).score()).isLessThan(before.score());
  }

  private static Health knownThen(AccountFixture account) {
    return new HealthPolicy(AccountFixture.ENTERPRISE, AccountFixture.REPORTS)
        .at(
            AccountFixture.noon(-5),
            account.picture().knownAt(AccountFixture.noon(-5), TenantCalendar.UTC));
  }

  static AccountFixture thriving() {
    return new AccountFixture()
        .usedBy(40, "report", -150, 0)
        .contract(40, -200)
        .with("m-1", meeting(-20))
        .with("m-2", meeting(-3));
  }

  static Fact meeting(int day) {
    return new Fact.Meeting(AccountFixture.noon(day), null, null);
  }

  private static java.time.LocalDate date(int day) {
    return AccountFixture.date(day);
  }

  private static Band band(Health health) {
    return AccountFixture.ENTERPRISE.bands().of(health.score());
  }

  private static String silence(AccountFixture account, int day) {
    return signal(account.at(day), "silence_days").reading().sentence();
  }

  private static SignalHealth signal(Health health, String key) {
    return health.axes().stream()
        .map(AxisHealth::signals)
        .flatMap(java.util.List::stream)
        .filter(signal -> signal.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  static void addsUp(Health health) {
    for (AxisHealth axis : health.axes()) {
      if (axis.key().equals(Health.OVERRIDE)) {
        continue;
      }
      assertThat(
              axis.signals().stream()
                  .map(SignalHealth::points)
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(axis.points());
    }
    if (health.score() != null) {
      assertThat(
              health.axes().stream()
                  .map(AxisHealth::points)
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(health.score());
    }
  }
}
