package io.holdfast.scoring.adoption;

import static io.holdfast.scoring.health.AccountFixture.REPORTS;
import static io.holdfast.scoring.health.AccountFixture.date;
import static io.holdfast.scoring.health.AccountFixture.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.holdfast.scoring.adoption.Adoption.Lost;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Fact.Contact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.picture.Use;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DataSheetTests {

  private static final Modules MODULES =
      new Modules(
          Map.of("analytics", Set.of("report", "dashboard"), "planning", Set.of("forecast")));

  private final List<Use> uses = new ArrayList<>();
  private final List<Recorded> facts = new ArrayList<>();

  @Test
  void aFeatureLostWhoUsedItRegularlyAndNotInTheLastFourWeeks() {
    weekly("ann", "report", -80, 0);
    weekly("bob", "report", -80, -35);
    weekly("bob", "login", -80, 0);

    Adoption reports = sheet().features().getFirst();

    assertThat(reports.kept()).containsExactly("ann");
    assertThat(reports.lost()).containsExactly(new Lost("bob", null, null, date(-38), null));
    assertThat(reports.lostSince()).isEqualTo(date(-38));
    assertThat(reports.sentence()).isEqualTo("Reports lost 1 of 2 people since " + date(-38));
    assertThat(sheet().product().lost()).isEmpty();
    assertThat(sheet().product().sentence()).isEqualTo("The product kept all 2 people");
  }

  @Test
  void useOfTheTwentyEighthDayKeepsAndOfTheDayBeforeDoesNot() {
    weekly("ann", "report", -80, -40);
    weekly("bob", "report", -80, -40);
    used("ann", "report", -27);
    used("bob", "report", -28);

    Adoption reports = sheet().features().getFirst();

    assertThat(reports.kept()).containsExactly("ann");
    assertThat(reports.lost()).extracting(Lost::person).containsExactly("bob");
    assertThat(reports.active()).isEqualTo(1);
  }

  @Test
  void whoUsedItInTwoWeeksOnlyWasNeverRegular() {
    weekly("ann", "report", -50, -43);

    assertThat(sheet().features().getFirst().regular()).isZero();
    assertThat(sheet().features().getFirst().sentence())
        .isEqualTo("Reports had nobody regular to lose");
  }

  @Test
  void aWeekWithAHolidayMakesNobodyRegular() {
    weekly("ann", "report", -50, -36);

    assertThat(sheet().features().getFirst().regular()).isEqualTo(1);
    assertThat(
            DataSheet.of(
                    new AccountPicture(uses, facts)
                        .knownAt(
                            Instant.MAX, new TenantCalendar(ZoneOffset.UTC, Set.of(date(-43)))),
                    REPORTS,
                    MODULES,
                    noon(0))
                .features()
                .getFirst()
                .regular())
        .isZero();
  }

  @Test
  void rolesAreThoseOfTheContactsAndTheWorstLossStandsFirst() {
    contact("ann", "champion", null);
    contact("bob", "end_user", date(-30));
    contact("eve", "end_user", null);
    contact("kim", "champion", null);
    weekly("ann", "login", -80, 0);
    weekly("bob", "login", -80, -35);
    weekly("eve", "login", -80, -42);
    weekly("zoe", "login", -80, 0);

    List<Adoption> roles = sheet().roles();

    assertThat(roles)
        .extracting(Adoption::sentence)
        .containsExactly(
            "The role of end user lost 2 of 2 people since " + date(-45),
            "The role of champion kept its 1 person",
            "The group without a known role kept its 1 person");
    assertThat(roles.getFirst().lost())
        .containsExactly(
            new Lost("eve", "end_user", null, date(-45), null),
            new Lost("bob", "end_user", null, date(-38), date(-30)));
    assertThat(roles.get(1).without()).containsExactly("kim");
    assertThat(sheet().product().sentence())
        .isEqualTo(
            "The product lost 2 of 4 people since %s, 2 of them in the role of end user"
                .formatted(date(-45)));
  }

  @Test
  void departmentsAreThoseOfTheContactsInOneSpellingAndWhoHasNoneIsUnknown() {
    works("ann", "Finance");
    works("bob", "finance ");
    works("eve", "Sales");
    works("kim", "Sales");
    contact("dan", "admin", null);
    weekly("ann", "login", -80, -35);
    weekly("bob", "login", -80, -42);
    weekly("eve", "login", -80, 0);
    weekly("dan", "login", -80, 0);
    weekly("zoe", "login", -80, -35);

    List<Adoption> departments = sheet().departments();

    assertThat(departments)
        .extracting(Adoption::sentence)
        .containsExactly(
            "The department Finance lost 2 of 2 people since %s, 2 of them in the role of end user"
                .formatted(date(-45)),
            "The group without a known department lost 1 of 2 people since " + date(-38),
            "The department Sales kept its 1 person");
    assertThat(departments.getFirst().lost())
        .extracting(Lost::department)
        .containsExactly("finance ", "Finance");
    assertThat(departments.getLast().without()).containsExactly("kim");
  }

  @Test
  void ofAFeatureItTellsWhoIsActiveWithoutEverUsingIt() {
    weekly("ann", "report", -80, 0);
    weekly("bob", "login", -80, 0);

    assertThat(sheet().features().getFirst().without()).containsExactly("bob");
  }

  @Test
  void aModuleIsUsedByWhoeverUsesOneOfItsEvents() {
    weekly("ann", "dashboard", -80, -50);
    weekly("ann", "report", -49, 0);
    weekly("bob", "forecast", -80, -35);
    weekly("bob", "dashboard", -80, 0);

    List<Adoption> modules = sheet().modules();

    assertThat(modules)
        .extracting(Adoption::sentence)
        .containsExactly(
            "The module planning lost 1 of 1 person since " + date(-38),
            "The module analytics kept all 2 people");
    assertThat(modules.getFirst().present()).isEmpty();
    assertThat(modules.getFirst().without()).containsExactly("ann");
    assertThat(modules.getLast().present()).containsExactly("ann", "bob");
  }

  @Test
  void useOfAnEventWithoutAModuleIsOfNone() {
    weekly("ann", "login", -80, -35);

    assertThat(sheet().modules()).allMatch(module -> module.regular() == 0);
    assertThat(sheet().product().lost()).hasSize(1);
  }

  @Test
  void anAccountThatLeftIsDescribedAsOnItsLastDay() {
    weekly("ann", "report", -180, -100);
    facts.add(
        new Recorded("gone", new Fact.Outcome(date(-99), true), Knowledge.asItHappened(noon(-99))));

    assertThat(sheet().day()).isEqualTo(date(-100));
    assertThat(sheet().features().getFirst().kept()).containsExactly("ann");
  }

  @Test
  void whatIsNotKnownYetOrHappensLaterIsNotThere() {
    weekly("ann", "report", -80, 0);
    used("bob", "report", 1);

    DataSheet earlier =
        DataSheet.of(
            new AccountPicture(uses, facts).knownAt(noon(-200), TenantCalendar.UTC),
            REPORTS,
            MODULES,
            noon(0));

    assertThat(sheet().product().active()).isEqualTo(1);
    assertThat(earlier.product().active()).isZero();
  }

  @Test
  void orderDoesNotMatterNorRepetitionAndKeptAndLostAreTheRegularOnes() {
    qt().withExamples(200)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              List<Use> some = arbitrary(random);
              List<Use> again = new ArrayList<>(some);
              again.addAll(some);
              Collections.shuffle(again, random);
              DataSheet sheet = of(some);

              assertThat(of(again)).isEqualTo(sheet);
              Stream.of(List.of(sheet.product()), sheet.features(), sheet.modules(), sheet.roles())
                  .flatMap(List::stream)
                  .forEach(DataSheetTests::addsUp);
              assertThat(sheet.roles().stream().mapToInt(Adoption::regular).sum())
                  .isEqualTo(sheet.product().regular());
              assertThat(sheet.departments().stream().mapToInt(Adoption::regular).sum())
                  .isEqualTo(sheet.product().regular());
              assertThat(sheet.roles().stream().mapToInt(Adoption::active).sum())
                  .isEqualTo(sheet.product().active());
            });
  }

  private static void addsUp(Adoption one) {
    assertThat(one.lost()).noneMatch(lost -> one.kept().contains(lost.person()));
    assertThat(one.regular()).isEqualTo(one.kept().size() + one.lost().size());
    assertThat(one.kept().size()).isLessThanOrEqualTo(one.active());
    assertThat(one.lost()).allMatch(lost -> lost.lastUsedOn().isBefore(date(-27)));
  }

  private static List<Use> arbitrary(Random random) {
    List<Use> some = new ArrayList<>();
    for (int i = 0; i < random.nextInt(150); i++) {
      Instant at = noon(-random.nextInt(100));
      String event = random.nextBoolean() ? "report" : "login";
      some.add(new Use(at, at, false, "person-" + random.nextInt(8), event, 1));
    }
    return some;
  }

  private DataSheet of(List<Use> some) {
    contact("person-1", "champion", null);
    contact("person-2", "end_user", null);
    works("person-3", "Sales");
    works("person-4", "sales");
    return DataSheet.of(
        new AccountPicture(some, facts).knownAt(Instant.MAX, TenantCalendar.UTC),
        REPORTS,
        MODULES,
        noon(0));
  }

  private DataSheet sheet() {
    return DataSheet.of(
        new AccountPicture(uses, facts).knownAt(Instant.MAX, TenantCalendar.UTC),
        REPORTS,
        MODULES,
        noon(0));
  }

  private void weekly(String person, String event, int first, int last) {
    for (int day = first; day <= last; day += 7) {
      used(person, event, day);
    }
  }

  private void used(String person, String event, int day) {
    uses.add(new Use(noon(day), noon(day), false, person, event, 1));
  }

  private void works(String person, String department) {
    facts.add(
        new Recorded(
            person,
            new Contact(noon(-90), "end_user", department, null, null),
            Knowledge.asItHappened(noon(-90))));
  }

  private void contact(String person, String role, LocalDate leftOn) {
    facts.add(
        new Recorded(
            person, new Contact(noon(-90), role, leftOn, null), Knowledge.asItHappened(noon(-90))));
  }
}
