package io.holdfast.scoring.journey;

import static io.holdfast.scoring.health.AccountFixture.ENTERPRISE;
import static io.holdfast.scoring.health.AccountFixture.REPORTS;
import static io.holdfast.scoring.health.AccountFixture.date;
import static io.holdfast.scoring.health.AccountFixture.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.health.AccountFixture;
import io.holdfast.scoring.health.HealthPolicy;
import io.holdfast.scoring.journey.CompetitorWatch.State;
import io.holdfast.scoring.picture.Fact.Contact;
import io.holdfast.scoring.picture.Fact.Noted;
import io.holdfast.scoring.picture.KnownPicture;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowingTests {

  private final Following following = new Following(new HealthPolicy(ENTERPRISE, REPORTS));

  @Test
  void anAccountIsInOnboardingUntilItsMilestonesAreReached() {
    KnownPicture idle = new AccountFixture().contract(10, -20).usedBy(5, "login", -20, 0).known();
    KnownPicture active =
        new AccountFixture().contract(10, -20).usedBy(5, "report", -12, 0).known();

    assertThat(followed(idle, Band.HEALTHY, 0).after().stage()).isEqualTo(Stage.ONBOARDING);
    assertThat(followed(active, Band.HEALTHY, 0).after().stage()).isEqualTo(Stage.ADOPTION);
  }

  @Test
  void aMilestoneIsReachedOnTheFirstDayThatShowsIt() {
    KnownPicture picture =
        new AccountFixture().contract(10, -20).usedBy(5, "report", -12, 0).known();

    assertThat(followed(picture, Band.HEALTHY, 0).reached())
        .extracting(Reached::key, Reached::on, Reached::day)
        .containsExactly(
            tuple("activated", date(-12), 8L),
            tuple("first_value", date(-12), 8L),
            tuple("team_on_board", date(-12), 8L));
  }

  @Test
  void whatAnOldAccountShowsAtTheFirstLookWasReachedThenOrEarlier() {
    KnownPicture known =
        new AccountFixture().contract(10, -240).usedBy(9, "report", -60, 0).known();

    assertThat(followed(known, Band.HEALTHY, 0).reached())
        .hasSize(3)
        .allSatisfy(
            one -> {
              assertThat(one.orEarlier()).isTrue();
              assertThat(one.day()).isNull();
            });
  }

  @Test
  void whatSomebodyNotedIsAMilestoneToo() {
    KnownPicture picture =
        new AccountFixture()
            .contract(10, -20)
            .usedBy(1, "login", -20, 0)
            .with("go", new Noted(noon(-5), "milestone", "Went live"))
            .with("hers", new Noted(noon(-5), "milestone", null, null, "Trained", "p-1", null))
            .known();

    assertThat(followed(picture, Band.HEALTHY, 0).reached())
        .filteredOn(Reached::told)
        .containsExactly(new Reached("told:go", "Went live", date(-5), 15L, true, false));
  }

  @Test
  void aMilestoneOnRecordIsReachedOnce() {
    KnownPicture picture =
        new AccountFixture().contract(10, -20).usedBy(5, "report", -12, 0).known();
    Progress first = followed(picture, Band.HEALTHY, -1);

    Progress next = followed(first.after(), picture, Band.HEALTHY, 0);

    assertThat(first.reached()).hasSize(3);
    assertThat(next.reached()).isEmpty();
    assertThat(next.changesStage()).isFalse();
  }

  @Test
  void anOldAccountThatShowsItIsMature() {
    assertThat(followed(grown(), Band.HEALTHY, 0).after().stage()).isEqualTo(Stage.EXPANSION);
    assertThat(followed(grown(), Band.WATCH, 0).after().stage()).isEqualTo(Stage.MATURITY);
    KnownPicture halfUsed =
        new AccountFixture().contract(10, -200).usedBy(7, "report", -200, 0).known();
    assertThat(followed(halfUsed, Band.WATCH, 0).after().stage()).isEqualTo(Stage.MATURITY);
  }

  @Test
  void noStageIsLeftBackwardsBeforeItsConditionsFailedForFourWeeks() {
    KnownPicture fading =
        new AccountFixture().contract(10, -250).usedBy(7, "report", -250, -60).known();
    JourneyState mature = followed(fading, Band.WATCH, -61).after();
    assertThat(mature.stage()).isEqualTo(Stage.MATURITY);

    JourneyState doubted = followed(mature, fading, Band.WATCH, -31).after();
    JourneyState kept = followed(doubted, fading, Band.WATCH, -4).after();
    JourneyState left = followed(kept, fading, Band.WATCH, -3).after();

    assertThat(doubted.stage()).isEqualTo(Stage.MATURITY);
    assertThat(doubted.doubtedSince()).isEqualTo(noon(-31));
    assertThat(kept.stage()).isEqualTo(Stage.MATURITY);
    assertThat(left.stage()).isEqualTo(Stage.ADOPTION);
    assertThat(left.since()).isEqualTo(noon(-3));
  }

  @Test
  void anAccountAtRiskIsNeverReadyToExpand() {
    qt().forAll(integers().between(0, Integer.MAX_VALUE))
        .check(
            seed -> {
              Progress progress =
                  followed(
                      arbitrary(new Random(seed)),
                      new Random(seed).nextBoolean() ? Band.AT_RISK : Band.CRITICAL,
                      0);
              return progress.expansion().state() != ExpansionReadiness.State.READY
                  && progress.segmented().segment() == Segment.PROTECT;
            });
  }

  @Test
  void aStageIsNeverEnteredTwiceByTheSameNews() {
    qt().forAll(integers().between(0, Integer.MAX_VALUE))
        .check(
            seed -> {
              KnownPicture picture = arbitrary(new Random(seed));
              Progress first = followed(picture, Band.WATCH, 0);
              Progress again = followed(first.after(), picture, Band.WATCH, 0);
              return again.after().equals(first.after())
                  && again.reached().isEmpty()
                  && !again.isAtDay90();
            });
  }

  @Test
  void readinessNeedsValueAndOpportunity() {
    assertThat(followed(grown(), Band.HEALTHY, 0).expansion().state())
        .isEqualTo(ExpansionReadiness.State.READY);
    assertThat(followed(grown(), Band.HEALTHY, 0).segmented().segment()).isEqualTo(Segment.GROW);
    KnownPicture roomy =
        new AccountFixture().contract(20, -200).usedBy(9, "report", -200, 0).known();

    ExpansionReadiness without = followed(roomy, Band.HEALTHY, 0).expansion();

    assertThat(without.state()).isEqualTo(ExpansionReadiness.State.NOT_YET);
    assertThat(without.why())
        .singleElement()
        .asString()
        .startsWith("Nothing shows a need for more");
  }

  @Test
  void anAccountThatHadItsValueAndIsSoldNothingIsOnlyWatched() {
    KnownPicture steady =
        new AccountFixture().contract(10, -240).usedBy(8, "report", -240, 0).known();
    KnownPicture fresh = new AccountFixture().contract(10, -20).usedBy(8, "report", -12, 0).known();

    assertThat(followed(steady, Band.HEALTHY, 0).segmented().segment()).isEqualTo(Segment.MONITOR);
    assertThat(followed(fresh, Band.HEALTHY, 0).segmented().segment()).isEqualTo(Segment.NURTURE);
  }

  @Test
  void whoHangsByTwoPeopleOrHasNoSponsorIsSingleThreaded() {
    AccountFixture two =
        new AccountFixture().with("a", contact("champion")).with("b", contact("manager"));
    assertThat(cover(two.known()).why())
        .containsExactly(
            "2 of at least 3 stakeholders active in 90 days",
            "No active executive sponsor in 90 days");
    two.with("c", contact("executive_sponsor"));
    assertThat(cover(two.known()).singleThreaded()).isFalse();
    assertThat(cover(new AccountFixture().usedBy(1, -3, 0).known()).singleThreaded()).isNull();
  }

  @Test
  void whoHasNoRoleCoversNone() {
    AccountFixture unnamed =
        new AccountFixture().with("a", new Contact(noon(-10), null, null, null));

    assertThat(cover(unnamed.known()).active()).isZero();
    assertThat(cover(unnamed.known()).singleThreaded()).isTrue();
  }

  @Test
  void aSightedCompetitorExposesAnAccountThatRenewsSoon() {
    KnownPicture picture =
        new AccountFixture()
            .usedBy(3, -30, 0)
            .with("s", new Noted(noon(-9), "competitor_sighting", "Forecastly in a trial"))
            .known();

    assertThat(watch(picture, Worth.UNTOLD).state()).isEqualTo(State.SIGHTED);
    assertThat(watch(picture, new Worth(date(300))).state()).isEqualTo(State.SIGHTED);
    assertThat(watch(picture, new Worth(date(60))).state()).isEqualTo(State.EXPOSED);
    assertThat(watch(new AccountFixture().usedBy(3, -30, 0).known(), Worth.UNTOLD).state())
        .isEqualTo(State.NONE);
  }

  @Test
  void theScoreOfDay90IsKnownOnceItIsOver() {
    KnownPicture picture =
        new AccountFixture().contract(10, -95).usedBy(9, "report", -95, 0).known();

    Progress before = followed(picture, Band.HEALTHY, -5);
    Progress after = followed(before.after(), picture, Band.HEALTHY, -4);

    assertThat(before.isAtDay90()).isFalse();
    assertThat(after.isAtDay90()).isTrue();
    assertThat(after.after().day90())
        .isEqualByComparingTo(score(picture, picture.calendar().endOf(date(-5))));
    assertThat(followed(after.after(), picture, Band.HEALTHY, 0).isAtDay90()).isFalse();
  }

  @Test
  void theFirstDaysOfAnOldAccountAreReadFromAnEarlierPicture() {
    Findings old = look(grown(), 0, Band.HEALTHY);
    Findings young =
        look(new AccountFixture().contract(5, -30).usedBy(2, -30, 0).known(), 0, Band.HEALTHY);

    assertThat(following.firstDaysAsOf(old, grown().calendar()))
        .contains(grown().calendar().endOf(date(-80)));
    assertThat(following.firstDaysAsOf(young, grown().calendar())).isEmpty();
  }

  private BigDecimal score(KnownPicture picture, Instant at) {
    return Objects.requireNonNull(following.policy().at(at, picture).score());
  }

  private static KnownPicture grown() {
    return new AccountFixture().contract(10, -200).usedBy(9, "report", -200, 0).known();
  }

  private static Contact contact(String role) {
    return new Contact(noon(-10), role, null, null);
  }

  private StakeholderCover cover(KnownPicture picture) {
    return look(picture, 0, Band.HEALTHY).stakeholders();
  }

  private CompetitorWatch watch(KnownPicture picture, Worth worth) {
    return following.look(picture, noon(0), Band.HEALTHY, worth).competitors();
  }

  private Findings look(KnownPicture picture, int day, Band band) {
    return following.look(picture, noon(day), band, Worth.UNTOLD);
  }

  private Progress followed(KnownPicture picture, Band band, int day) {
    return followed(JourneyState.BEGINNING, picture, band, day);
  }

  private Progress followed(JourneyState before, KnownPicture picture, Band band, int day) {
    Findings findings = look(picture, day, band);
    @Nullable FirstDays firstDays =
        following.wantsFirstDays(before, findings) ? following.firstDays(picture, findings) : null;
    return following.follow(before, findings, firstDays);
  }

  private static KnownPicture arbitrary(Random random) {
    AccountFixture account = new AccountFixture();
    int begins = -1 - random.nextInt(240);
    if (random.nextBoolean()) {
      account.contract(1 + random.nextInt(20), begins);
    }
    for (String event : List.of("login", "report")) {
      int first = begins + random.nextInt(30);
      account.usedBy(random.nextInt(15), event, first, Math.min(0, first + random.nextInt(200)));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      account.with("m" + i, new Noted(noon(begins + random.nextInt(60)), "milestone", "Step " + i));
    }
    if (random.nextBoolean()) {
      account.with("s", new Noted(noon(-random.nextInt(200)), "competitor_sighting", null));
    }
    if (random.nextBoolean()) {
      String role = random.nextBoolean() ? "champion" : null;
      account.with("c", new Contact(noon(-random.nextInt(90)), role, null, null));
    }
    return account.known();
  }
}
