package io.holdfast.scoring.value;

import static io.holdfast.scoring.health.AccountFixture.REPORTS;
import static io.holdfast.scoring.health.AccountFixture.date;
import static io.holdfast.scoring.health.AccountFixture.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.adoption.Modules;
import io.holdfast.scoring.health.AccountFixture;
import io.holdfast.scoring.journey.Reached;
import io.holdfast.scoring.picture.Fact.Noted;
import io.holdfast.scoring.value.AgreedOutcome.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueReportTests {

  private static final Modules MODULES =
      new Modules(Map.of("analytics", Set.of("report", "dashboard"), "planning", Set.of("plan")));

  private final AccountFixture account = new AccountFixture();

  @Test
  void useIsThatOfThePeriodBesideAsManyDaysBefore() {
    account.usedBy(3, "report", -9, 0).usedBy(5, "dashboard", -19, -10).usedBy(9, -20, -20);

    UsageSummary usage = report(date(-9), date(0)).usage();

    assertThat(usage.product()).isEqualTo(new Used("product", 3, 5, 30, 50));
    assertThat(usage.days()).isEqualTo(10);
    assertThat(usage.daysBefore()).isEqualTo(10);
    assertThat(usage.features()).containsExactly(new Used("Reports", 3, 0, 30, 0));
    assertThat(usage.modules())
        .containsExactly(new Used("analytics", 3, 5, 30, 50), new Used("planning", 0, 0, 0, 0));
  }

  @Test
  void aPeriodThatIsNotOverIsToldUpToNow() {
    account.usedBy(1, "report", -2, 0).usedBy(2, "report", 1, 3);

    ValueReport report = report(date(-2), date(3));

    assertThat(report.usage().product()).isEqualTo(new Used("product", 1, 0, 3, 0));
    assertThat(report.until()).isEqualTo(noon(0));
  }

  @Test
  void anOutcomeIsAsFarAsItsLastProgressSays() {
    noted("a", "outcome_agreed", -200, "Plan in two days", null, null);
    noted("b", "outcome_agreed", -190, "Fewer stock-outs", null, date(-1));
    noted("c", "outcome_agreed", -180, null, null, null);
    noted("p1", "outcome_progressed", -100, "plan in two days ", "40", null);
    noted("p2", "outcome_progressed", -20, "Plan in two days", "100", null);
    noted("p3", "outcome_progressed", -10, "something else", "20", null);
    noted("p4", "outcome_progressed", 1, "Fewer stock-outs", "90", null);

    Outcomes outcomes = report(date(-89), date(0)).outcomes();

    assertThat(outcomes.agreed())
        .extracting(AgreedOutcome::state)
        .containsExactly(State.ACHIEVED, State.OVERDUE, State.AGREED);
    AgreedOutcome plan = outcomes.agreed().getFirst();
    assertThat(plan.before()).isNotNull().extracting(Progress::percent).isEqualTo(number("40"));
    assertThat(plan.last()).isNotNull().extracting(Progress::on).isEqualTo(date(-20));
    assertThat(outcomes.others()).extracting(Progress::words).containsExactly("something else");
  }

  @Test
  void aProgressInOtherWordsIsOfTheOnlyOutcomeThereWas() {
    noted("a", "outcome_agreed", -200, "plan in two days instead of nine", null, null);
    noted("p", "outcome_progressed", -60, "planning takes three days", null, null);
    noted("b", "outcome_agreed", -50, "another", null, null);

    Outcomes outcomes = report(date(-89), date(0)).outcomes();

    assertThat(outcomes.agreed().getFirst().state()).isEqualTo(State.IN_PROGRESS);
    assertThat(outcomes.agreed().getFirst().last())
        .isEqualTo(new Progress(date(-60), null, null, "planning takes three days"));
    assertThat(outcomes.others()).isEmpty();
  }

  @Test
  void whatWasNotedInAnotherUnitIsNoPercentage() {
    assertThat(new Progress(date(0), number("120"), "hours", null).percent()).isNull();
    assertThat(new Progress(date(0), number("20"), "%", null).percent()).isEqualTo(number("20"));
  }

  @Test
  void milestonesAreThoseReachedByTheEnd() {
    Reached early = new Reached("first", "First value", date(-100), 20L, false, false);
    Reached now = new Reached("team", "Team on board", date(-3), 117L, false, false);
    Reached found = new Reached("old", "Activated", date(0), null, false, true);
    Reached later = new Reached("late", "Later", date(2), 122L, false, false);

    ValueReport report =
        ValueReport.of(
            account.known(),
            REPORTS,
            MODULES,
            List.of(later, now, found, early),
            PeerGroup.NOBODY,
            new Period(date(-9), date(5)),
            noon(0));

    assertThat(report.milestones()).containsExactly(early, now, found);
    assertThat(report.milestones()).filteredOn(report::isNew).containsExactly(now);
    assertThat(report.highlights()).contains("1 milestone reached");
  }

  @Test
  void saysInWordsWhatMatters() {
    account.usedBy(3, "report", -9, 0).usedBy(5, -19, -10);
    noted("a", "outcome_agreed", -100, "Plan in two days", null, null);
    noted("p", "outcome_progressed", -1, "Plan in two days", "100", null);

    assertThat(report(date(-9), date(0)).highlights())
        .containsExactly(
            "3 people used the product in 10 days, 2 fewer than in the 10 days before",
            "1 of 1 core feature in use, 1 more than before",
            "1 of 1 agreed outcome achieved");
  }

  private ValueReport report(LocalDate from, LocalDate to) {
    return ValueReport.of(
        account.known(),
        REPORTS,
        MODULES,
        List.of(),
        PeerGroup.NOBODY,
        new Period(from, to),
        noon(0));
  }

  private void noted(
      String key,
      String type,
      int day,
      @Nullable String text,
      @Nullable String value,
      @Nullable LocalDate dueOn) {
    account.with(
        key,
        new Noted(noon(day), type, value == null ? null : number(value), null, text, null, dueOn));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
