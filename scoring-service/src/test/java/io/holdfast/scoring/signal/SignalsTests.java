package io.holdfast.scoring.signal;

import static io.holdfast.scoring.health.AccountFixture.REPORTS;
import static io.holdfast.scoring.health.AccountFixture.date;
import static io.holdfast.scoring.health.AccountFixture.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.health.AccountFixture;
import io.holdfast.scoring.model.Measure;
import io.holdfast.scoring.model.Measure.Taken;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Measured;
import io.holdfast.scoring.signal.Reading.Missing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignalsTests {

  private static final List<String> CHAMPION = List.of("champion");
  private static final List<String> PULSE = List.of("csm_pulse");

  private final AccountFixture account = new AccountFixture().contract(50, -300);

  @Test
  void countsEventsOfTheLastDays() {
    account.usedBy(2, "export", -9, 0).usedBy(2, "login", -9, 0);

    assertReads(
        new Measure.EventCount(List.of("export"), 7), "14", "export used 14 times in 7 days");
  }

  @Test
  void countsNothingOfAProductNobodyUsedYet() {
    assertMissing(
        new Measure.EventCount(List.of("export"), 7), "The account has not used the product yet");
  }

  @Test
  void comparesEventsWithTheAccountsOwnPast() {
    account.usedBy(4, "export", -70, -7).usedBy(1, "export", -6, 0);

    assertReads(
        new Measure.EventTrend(List.of("export"), 7, 8, 4, 13),
        "7",
        "export used 7 times in 7 days, own baseline 28 (−75%)");
  }

  @Test
  void setsEventsInProportionToOthers() {
    account.usedBy(4, "call", -3, 0).usedBy(1, "error", -3, 0);

    assertReads(
        new Measure.EventRatio(List.of("error"), List.of("call"), 7),
        "0.25",
        "error used 4 times in 7 days, call 16 times");
    assertMissing(
        new Measure.EventRatio(List.of("error"), List.of("sync"), 7),
        "sync was not used in 7 days");
  }

  @Test
  void tellsHowLongAgoAnEventWas() {
    account.usedBy(1, "export", -40, -12).usedBy(1, "login", -40, 0);

    assertReads(new Measure.EventAge(List.of("export")), "12", "export last used 12 days ago");
    assertReads(new Measure.EventAge(List.of("audit")), "166", "audit not used in 166 days");
  }

  @Test
  void tellsWhichShareOfTheCoreFeaturesIsInUse() {
    account.usedBy(1, "report", -3, 0);
    CoreFeatures three =
        new CoreFeatures(
            Map.of(
                "Reports", Set.of("report"), "Webhooks", Set.of("hook"), "Export", Set.of("csv")));

    Measured read = (Measured) read(new Measure.FeatureBreadth(28), three);

    assertThat(read.value()).isEqualByComparingTo("0.333333");
    assertThat(read.sentence()).isEqualTo("1 of 3 core features used in 28 days");
    assertThat(read.evidence().items()).contains(new Item("Reports", null, BigDecimal.valueOf(4)));
  }

  @Test
  void tellsTheAgeOfTheOldestUnresolvedTicket() {
    account
        .with("t-1", new Fact.Ticket(noon(-30), noon(-20), "urgent"))
        .with("t-2", new Fact.Ticket(noon(-9), null, "urgent"))
        .with("t-3", new Fact.Ticket(noon(-40), null, "low"));
    Measure.TicketAge urgent = new Measure.TicketAge(List.of("urgent"));

    assertReads(urgent, "9", "1 unresolved ticket, the oldest, t-2, for 9 days");
    assertReads(new Measure.TicketAge(List.of("normal")), "0", "No ticket is unresolved");
  }

  @Test
  void countsWhatWasNoted() {
    noted("a", "competitor_sighting", -5, null);
    noted("b", "competitor_sighting", -120, null);
    Measure.FactCount sightings = new Measure.FactCount(List.of("competitor_sighting"), 90);

    assertReads(sightings, "1", "1 × competitor sighting in 90 days");
    assertReads(
        new Measure.FactCount(List.of("competitor_sighting"), 5),
        "0",
        "No competitor sighting in 5 days");
  }

  @Test
  void whatWasNeverNotedIsNotKnownToBeAbsent() {
    assertMissing(new Measure.FactCount(List.of("dispute"), 90), "No dispute was ever noted");
    assertMissing(
        new Measure.MissedFacts(List.of("commitment"), 90), "No commitment was ever noted");
  }

  @Test
  void aPulseCountsUntilItExpires() {
    noted("a", "csm_pulse", -20, "4");
    noted("b", "csm_pulse", -10, "2");

    assertReads(new Measure.FactValue(PULSE, 90, Taken.LATEST), "2", "CSM pulse 2 on 2026-02-20");
    assertReads(
        new Measure.FactValue(PULSE, 90, Taken.MEAN), "3", "CSM pulse 3 on average in 90 days");
    assertReads(
        new Measure.FactValue(PULSE, 90, Taken.SUM), "6", "CSM pulse 6 together in 90 days");
    assertMissing(
        new Measure.FactValue(PULSE, 10, Taken.LATEST), "No CSM pulse with a value in 10 days");
  }

  @Test
  void aNegativeValueIsReadAsPeopleWriteIt() {
    noted("a", "csm_pulse", -1, "-2.50");

    assertReads(
        new Measure.FactValue(PULSE, 90, Taken.LATEST), "-2.5", "CSM pulse −2.5 on 2026-03-01");
  }

  @Test
  void tellsHowLongAgoSomethingWasNoted() {
    noted("a", "reference", -50, null);

    assertReads(new Measure.FactAge(List.of("reference")), "50", "Last reference 50 days ago");
    assertMissing(new Measure.FactAge(List.of("engagement")), "No engagement was ever noted");
  }

  @Test
  void aCommitmentIsMissedOnceItsDayIsOverAndNobodyToldItAsMet() {
    commitment("overdue", -3, null);
    commitment("met", -4, BigDecimal.ONE);
    commitment("today", 0, null);
    commitment("long-ago", -91, null);

    Measured read = assertMeasured(new Measure.MissedFacts(List.of("commitment"), 90));

    assertThat(read.sentence()).isEqualTo("1 × commitment came due unmet in 90 days");
    assertThat(read.evidence().items())
        .containsExactly(new Item("overdue", date(-3), BigDecimal.ONE));
  }

  @Test
  void aProcurementStepIsOpenUntilAContractBegins() {
    account.with("p", new Fact.Noted(noon(-12), "procurement_step", "waiting for signature"));

    assertReads(
        new Measure.ProcurementDelay(),
        "12",
        "Procurement open for 12 days: waiting for signature");

    account.with("sub-2", new Fact.Phase("sub-2", date(-2), null, 50, true, false));
    assertReads(new Measure.ProcurementDelay(), "0", "No procurement step is open");
  }

  @Test
  void aProcurementStepIsLateFromTheDayItIsDue() {
    account.with(
        "p", new Fact.Noted(noon(-12), "procurement_step", null, null, null, null, date(5)));

    assertReads(new Measure.ProcurementDelay(), "0", "Procurement open for 0 days");
  }

  @Test
  void timeToValueRunsUntilTheFirstMilestone() {
    AccountFixture young = new AccountFixture().contract(50, -40);
    Measure milestone = new Measure.TimeToValue(List.of("milestone"), 180);

    assertThat(sentence(milestone, young)).isEqualTo("No milestone yet, 40 days after the start");

    young.with("m", new Fact.Noted(noon(-15), "milestone", "first forecast"));
    assertThat(sentence(milestone, young)).isEqualTo("First milestone 25 days after the start");
    assertMissing(milestone, "The account began on 2025-05-06, over 180 days ago");
  }

  @Test
  void npsIsPromotersLessDetractors() {
    answered("a", "nps", -5, "10");
    answered("b", "nps", -6, "9");
    answered("c", "nps", -7, "7");
    answered("d", "nps", -8, "6");

    assertReads(new Measure.SurveyScore("nps", 90), "25", "NPS 25 from 4 answers in 90 days");
    assertMissing(new Measure.SurveyScore("csat", 90), "No answer to CSAT in 90 days");
  }

  @Test
  void csatIsTheMeanOfAnswersOfSurveysAndTickets() {
    answered("a", "csat", -5, "4");
    account.with("t", new Fact.Ticket(noon(-9), noon(-8), "low", new BigDecimal("3")));
    account.with("open", new Fact.Ticket(noon(-9), null, "low", new BigDecimal("1")));

    assertReads(new Measure.SurveyScore("csat", 90), "3.5", "CSAT 3.5 from 2 answers in 90 days");
  }

  @Test
  void aTrendOfAnswersComparesTwoSpans() {
    answered("a", "nps", -5, "3");
    answered("b", "nps", -100, "10");
    Measure trend = new Measure.SurveyTrend("nps", 90);

    assertReads(trend, "-200", "NPS −100 in 90 days, 100 in the 90 before");
    assertMissing(
        new Measure.SurveyTrend("nps", 30),
        "No answers to NPS in the last 30 days and in the 30 before");
  }

  @Test
  void onlyMeetingsToWhichSomebodyCameCount() {
    Measure executive = new Measure.Meetings(List.of("executive"), 90);
    assertMissing(executive, "No meeting with the account is known");

    account
        .with("m-1", new Fact.Meeting(noon(-8), "executive", 0))
        .with("m-2", new Fact.Meeting(noon(-9), "other", 3));
    assertReads(executive, "0", "No executive meeting in 90 days");

    account.with("m-3", new Fact.Meeting(noon(-10), "executive", null));
    assertReads(executive, "1", "1 executive meeting in 90 days");
  }

  @Test
  void aChampionIsSilentSinceHisLastActivity() {
    contact("person-0", "champion", -200, null);
    account.usedBy(1, -100, -31).usedBy(2, "login", -1, -1);
    contact("person-1", "admin", -200, null);
    Measure silence = new Measure.ContactSilence(CHAMPION);

    assertReads(new Measure.ContactSilence(List.of("admin")), "1", "Admin last active 1 day ago");
    assertReads(silence, "1", "Champion last active 1 day ago");
    assertMissing(
        new Measure.ContactSilence(List.of("procurement")), "Nobody is known as procurement");
  }

  @Test
  void aChampionWhoLeftIsNotSilentButGone() {
    contact("ann", "champion", -200, -20);

    assertMissing(new Measure.ContactSilence(CHAMPION), "Nobody is known as champion");
    assertReads(
        new Measure.RoleDepartures(CHAMPION, 90),
        "1",
        "1 person who was champion left in 90 days, last on 2026-02-10");
    assertReads(
        new Measure.RoleDepartures(CHAMPION, 10), "0", "Nobody who is champion left in 10 days");
  }

  @Test
  void aRoleIsCoveredBySomebodyActive() {
    contact("person-0", "champion", -200, null);
    contact("cat", "executive_sponsor", -200, null);
    account.usedBy(1, -5, 0);
    List<String> roles = List.of("champion", "executive_sponsor");

    assertReads(
        new Measure.StakeholderCoverage(roles, 90),
        "0.5",
        "1 of 2 roles with somebody active in 90 days, none as executive sponsor");
    assertReads(new Measure.ActiveStakeholders(roles, 90), "1", "1 stakeholder active in 90 days");
  }

  @Test
  void ofPeopleNobodyWasToldOfNothingIsMeasured() {
    assertMissing(
        new Measure.StakeholderCoverage(CHAMPION, 90), "No contact of the account is known");
    assertMissing(new Measure.RoleDepartures(CHAMPION, 90), "No contact of the account is known");
  }

  private void noted(String key, String type, int day, @Nullable String value) {
    BigDecimal number = value == null ? null : new BigDecimal(value);
    account.with(key, new Fact.Noted(noon(day), type, number, null, null, null, null));
  }

  private void commitment(String key, int due, @Nullable BigDecimal met) {
    account.with(key, new Fact.Noted(noon(-95), "commitment", met, null, null, null, date(due)));
  }

  private void answered(String key, String survey, int day, String score) {
    account.with(key, new Fact.SurveyAnswer(noon(day), survey, new BigDecimal(score), "person-0"));
  }

  private void contact(String id, String role, int since, @Nullable Integer left) {
    account.with(
        id,
        new Fact.Contact(noon(since), role, left == null ? null : date(left), null),
        Knowledge.at(noon(since)));
  }

  private void assertReads(Measure measure, String value, String sentence) {
    Measured read = assertMeasured(measure);
    assertThat(read.sentence()).isEqualTo(sentence);
    assertThat(read.value()).isEqualTo(new BigDecimal(value));
    assertThat(read.evidence().from()).isBeforeOrEqualTo(read.evidence().to());
  }

  private Measured assertMeasured(Measure measure) {
    return (Measured) read(measure, REPORTS);
  }

  private void assertMissing(Measure measure, String why) {
    assertThat(read(measure, REPORTS)).isEqualTo(new Missing(why));
  }

  private Reading read(Measure measure, CoreFeatures features) {
    return Signals.read(measure, new Moment(account.known(), features, noon(0)));
  }

  private static String sentence(Measure measure, AccountFixture account) {
    Reading read = Signals.read(measure, new Moment(account.known(), REPORTS, noon(0)));
    return ((Measured) read).sentence();
  }
}
