package io.holdfast.scoring.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeopleTests {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void aVisitorAndTheUserSheTurnsOutToBeAreOne() {
    assertThat(people(List.of("visitor", "ann"))).isEqualTo(2);
    assertThat(people(List.of("visitor", "ann"), same("visitor", "ann", 1))).isEqualTo(1);
  }

  @Test
  void namesLeadOnToNames() {
    assertThat(
            people(
                List.of("a", "b", "c", "d"),
                same("b", "c", 1),
                same("c", "d", 2),
                same("a", "b", 3)))
        .isEqualTo(1);
  }

  @Test
  void aNameThatNobodyUsedStillJoinsOthers() {
    assertThat(people(List.of("a", "b"), same("a", "never", 1), same("b", "never", 1))).isOne();
  }

  @Test
  void theLaterStatementOfANameCounts() {
    SamePerson first = same("kiosk", "ann", 1);
    SamePerson later = same("kiosk", "bob", 2);

    assertThat(names(List.of("kiosk"), later, first)).containsExactly("bob");
    assertThat(people(List.of("kiosk", "ann", "bob"), later, first)).isEqualTo(2);
  }

  @Test
  void namesInACircleAreOnePersonAndSoIsWhoLeadsThere() {
    assertThat(
            names(
                List.of("d", "c", "b", "a"),
                same("a", "b", 1),
                same("b", "c", 2),
                same("c", "a", 3),
                same("d", "c", 4)))
        .containsOnly("a");
    assertThat(names(List.of("a"), same("a", "a", 1))).containsExactly("a");
  }

  @Test
  void aVeryLongChainIsFollowedOnlySoFar() {
    SamePerson[] chain =
        IntStream.range(0, 40)
            .mapToObj(i -> same("n" + i, "n" + (i + 1), i))
            .toArray(SamePerson[]::new);

    assertThat(names(List.of("n0", "n10"), chain)).containsExactly("n32", "n40");
  }

  @Test
  void asOfATimeOnlyWhatWasKnownThenIsOne() {
    AccountPicture picture =
        new AccountPicture(
            uses(List.of("visitor", "ann")), List.of(), List.of(same("visitor", "ann", 60)));

    assertThat(people(picture.knownAt(NOON.plusSeconds(59), TenantCalendar.UTC))).isEqualTo(2);
    assertThat(people(picture.knownAt(NOON.plusSeconds(60), TenantCalendar.UTC))).isEqualTo(1);
  }

  @Test
  void neitherOrderNorRepetitionMatters() {
    qt().withExamples(500)
        .forAll(integers().all(), integers().all())
        .checkAssert(
            (seed, shuffle) -> {
              Random random = new Random(seed);
              List<SamePerson> said = arbitrary(random);
              List<Use> uses = uses(names(random, 12));
              List<SamePerson> heard = new ArrayList<>(said);
              heard.addAll(said.subList(0, said.size() / 2));
              Collections.shuffle(heard, new Random(shuffle));
              List<Use> used = new ArrayList<>(uses);
              Collections.shuffle(used, new Random(shuffle));

              assertThat(people(new AccountPicture(used, List.of(), heard)))
                  .isEqualTo(people(new AccountPicture(uses, List.of(), said)));
            });
  }

  @Test
  void joiningNeverMakesMorePeopleAndADirectPairIsAlwaysOne() {
    qt().withExamples(500)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              List<SamePerson> said = new ArrayList<>(arbitrary(random));
              List<String> used = names(random, 12);
              String one = used.getFirst();
              String other = used.getLast();

              assertThat(people(used, said.toArray(SamePerson[]::new)))
                  .isLessThanOrEqualTo((int) used.stream().distinct().count());
              said.add(same(one, other, 1000));
              assertThat(people(List.of(one, other), said.toArray(SamePerson[]::new))).isOne();
            });
  }

  private static List<SamePerson> arbitrary(Random random) {
    return Stream.generate(() -> same(name(random), name(random), random.nextInt(6)))
        .limit(random.nextInt(15))
        .toList();
  }

  private static List<String> names(Random random, int count) {
    return Stream.generate(() -> name(random)).limit(count).toList();
  }

  private static String name(Random random) {
    return "n" + random.nextInt(8);
  }

  private static int people(List<String> names, SamePerson... said) {
    return people(new AccountPicture(uses(names), List.of(), List.of(said)));
  }

  private static int people(AccountPicture picture) {
    return people(picture.known(TenantCalendar.UTC));
  }

  private static int people(KnownPicture picture) {
    return picture.usage().people(DAY, DAY, Instant.MAX, TenantCalendar.UTC);
  }

  private static List<String> names(List<String> used, SamePerson... said) {
    return People.knownAt(Instant.MAX, List.of(said)).name(uses(used)).stream()
        .map(Use::person)
        .map(String::valueOf)
        .toList();
  }

  private static List<Use> uses(List<String> people) {
    return people.stream().map(person -> new Use(NOON, NOON, false, person, "login", 1)).toList();
  }

  private static SamePerson same(String previous, String user, int second) {
    Instant at = NOON.plusSeconds(second);
    return new SamePerson(previous, user, at.minus(Duration.ofDays(1)), at);
  }
}
