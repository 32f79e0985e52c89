package io.holdfast.local.demo.larkfield;

import static io.holdfast.local.demo.larkfield.Story.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoryTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Larkfield COMPANY = Larkfield.on(TODAY);

  @Test
  void everyKindOfStoryHappens() {
    assertThat(COMPANY.stories().stream().map(Story::kind).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(Story.Kind.values()));
  }

  @Test
  void northwindSlidesToLessThanHalf() {
    LocalDate start = story("northwind-logistics", ADOPTION_SLIDE).on();
    Life northwind = life("northwind-logistics");

    assertThat(people(northwind, TODAY)).isLessThan(people(northwind, start) / 2);
  }

  @Test
  void useFollowsTheChampionWhoLeaves() {
    assertThat(stories(CHAMPION_LEAVES))
        .isNotEmpty()
        .allSatisfy(
            story -> {
              Life life = life(story.account());
              Person champion = life.people().getFirst();
              assertThat(champion.leftOn()).isEqualTo(story.on());
              assertThat(people(life, TODAY)).isLessThanOrEqualTo(people(life, story.on()) / 2);
            });
  }

  @Test
  void chargesFailWhereACardExpires() {
    assertThat(stories(CARD_EXPIRES))
        .isNotEmpty()
        .allSatisfy(
            story ->
                assertThat(life(story.account()).facts())
                    .filteredOn(fact -> !fact.on().isBefore(story.on()))
                    .extracting(Fact::type)
                    .contains("charge_failed"));
  }

  @Test
  void aRecoveredCardPaysTheInvoiceInTime() {
    assertThat(stories(CARD_RECOVERED))
        .isNotEmpty()
        .allSatisfy(
            story ->
                assertThat(life(story.account()).invoices())
                    .filteredOn(invoice -> invoice.issuedOn().equals(story.on()))
                    .singleElement()
                    .satisfies(
                        invoice ->
                            assertThat(invoice.paidOn())
                                .isBetween(story.on().plusDays(1), story.on().plusDays(29))));
  }

  @Test
  void nobodySpeaksWithTheSilent() {
    assertThat(stories(SILENCE))
        .isNotEmpty()
        .allSatisfy(
            story -> {
              Life life = life(story.account());
              Stream<Row> talks =
                  Stream.of(life.tickets(), life.meetings(), life.answers()).flatMap(List::stream);
              assertThat(
                      talks
                          .filter(row -> !(row instanceof Ticket))
                          .map(Row::latest)
                          .max(LocalDate::compareTo))
                  .hasValueSatisfying(day -> assertThat(day).isBefore(story.on()));
            });
  }

  @Test
  void badFitsAreGoneWithinMonths() {
    assertThat(stories(BAD_FIT))
        .isNotEmpty()
        .allSatisfy(
            story ->
                assertThat(life(story.account()).outcomes())
                    .extracting(Outcome::on)
                    .allMatch(day -> day.isBefore(story.on().plusMonths(8))));
  }

  @Test
  void churnsOfBothKindsAreSpreadOverTheTime() {
    for (String kind : List.of("voluntary_churn", "involuntary_churn")) {
      var months = outcomes(kind).map(outcome -> outcome.on().withDayOfMonth(1)).distinct().count();
      assertThat(months).as(kind).isGreaterThanOrEqualTo(6);
    }
  }

  @Test
  void noMonthLosesManyCustomersAtOnce() {
    var losses =
        COMPANY.lives().stream()
            .flatMap(life -> life.outcomes().stream())
            .filter(outcome -> outcome.kind().endsWith("churn"))
            .collect(Collectors.groupingBy(o -> o.on().withDayOfMonth(1), Collectors.counting()));

    assertThat(losses.values()).hasSizeGreaterThan(12).allMatch(many -> many <= 4);
  }

  @Test
  void whoLeavesHasAnOutcomeAndNoContractThatDay() {
    var gone = COMPANY.lives().stream().filter(life -> !life.script().isCustomer(TODAY)).toList();

    assertThat(gone).hasSizeGreaterThan(20);
    for (Life life : gone) {
      Outcome end = life.outcomes().getLast();
      Books books = new Books(life);
      assertThat(end.kind()).as(end.account()).endsWith("churn");
      assertThat(books.monthly(end.on())).as(end.account()).isZero();
      assertThat(books.monthly(end.on().minusDays(1))).as(end.account()).isPositive();
      assertThat(life.usage().map(Use::latest).filter(day -> !day.isBefore(end.on()))).isEmpty();
    }
  }

  @Test
  void whoComesBackPaysAndWorksAgain() {
    assertThat(stories(REACTIVATION))
        .isNotEmpty()
        .allSatisfy(
            story -> {
              Life life = life(story.account());
              assertThat(new Books(life).monthly(story.on().minusDays(1))).isZero();
              assertThat(new Books(life).monthly(story.on())).isPositive();
              assertThat(people(life, TODAY)).isPositive();
            });
  }

  @Test
  void whoShrinksPaysLess() {
    assertThat(stories(CONTRACTION))
        .isNotEmpty()
        .allSatisfy(
            story -> {
              Books books = new Books(life(story.account()));
              assertThat(books.monthly(story.on()))
                  .isLessThan(books.monthly(story.on().minusDays(1)));
            });
  }

  private static Stream<Outcome> outcomes(String kind) {
    return COMPANY.lives().stream()
        .flatMap(life -> life.outcomes().stream())
        .filter(outcome -> outcome.kind().equals(kind));
  }

  private static List<Story> stories(Story.Kind kind) {
    return COMPANY.stories().stream().filter(story -> story.kind() == kind).toList();
  }

  private static Story story(String account, Story.Kind kind) {
    return stories(kind).stream().filter(s -> s.account().equals(account)).findFirst().get();
  }

  private static Life life(String account) {
    return COMPANY.lives().stream()
        .filter(life -> life.customer().firm().id().equals(account))
        .findFirst()
        .get();
  }

  /** Different people seen in the seven days that end on {@code day}. */
  private static long people(Life life, LocalDate day) {
    return life.usage()
        .filter(use -> use.person() != null)
        .filter(use -> use.latest().isAfter(day.minusDays(7)) && !use.latest().isAfter(day))
        .map(Use::person)
        .distinct()
        .count();
  }
}
