package io.holdfast.local.demo.larkfield;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LarkfieldTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Larkfield COMPANY = Larkfield.on(TODAY);

  @Test
  void hasAboutTwoHundredAndFiftyCustomers() {
    assertThat(COMPANY.lives()).hasSizeBetween(240, 290);
  }

  @Test
  void hasAtMostFourHundredThousandRowsOfUsage() {
    assertThat(file("usage").rows()).isBetween(200_000L, 400_000L);
  }

  @Test
  void isTheSameToTheByteForTheSameDayAndSeed() {
    assertThat(digest(Larkfield.on(TODAY))).isEqualTo(digest(COMPANY));
  }

  @Test
  void isAnotherCompanyForAnotherSeed() {
    assertThat(digest(Larkfield.on(TODAY, 1))).isNotEqualTo(digest(COMPANY));
  }

  @Test
  void tellsTheSameStoryEachTimeAFileIsRead() {
    ImportFile usage = file("usage");

    assertThat(usage.lines().get().limit(5_000).toList())
        .isEqualTo(usage.lines().get().limit(5_000).toList());
    assertThat(usage.lines().get().count()).isEqualTo(usage.rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "2027-01-01", "2028-02-29", "2026-12-31", "2027-08-31"})
  void claimsNothingOfTheFuture(LocalDate today) {
    Larkfield company = Larkfield.on(today);

    assertThat(rows(company).filter(row -> row.latest().isAfter(today))).isEmpty();
  }

  @Test
  void endsToday() {
    var uses = COMPANY.lives().stream().flatMap(Life::usage);

    assertThat(uses.map(Use::latest).max(LocalDate::compareTo))
        .hasValueSatisfying(last -> assertThat(last).isAfterOrEqualTo(TODAY.minusDays(2)));
  }

  @Test
  void givesEachThingAnIdOfItsOwn() {
    assertUnique(Life::people, Person::id);
    assertUnique(Life::invoices, Invoice::id);
    assertUnique(Life::tickets, Ticket::id);
    assertUnique(Life::meetings, Meeting::id);
    assertUnique(Life::answers, SurveyAnswer::id);
    assertUnique(Life::facts, Fact::id);
    assertUnique(life -> life.usage().toList(), Use::id);
    assertUnique(life -> List.of(life.customer()), customer -> customer.firm().id());
    assertUnique(life -> List.of(life.customer()), Customer::externalIds);
  }

  @Test
  void refersOnlyToWhatItHas() {
    Set<String> accounts =
        COMPANY.lives().stream()
            .map(life -> life.customer().firm().id())
            .collect(Collectors.toSet());

    for (Life life : COMPANY.lives()) {
      var people = life.people().stream().map(Person::id).collect(Collectors.toSet());
      var parent = life.customer().firm().parent();
      assertThat(parent == null || accounts.contains(parent)).isTrue();
      assertThat(people).containsAll(life.answers().stream().map(SurveyAnswer::contact).toList());
      assertThat(life.usage().map(Use::person).filter(java.util.Objects::nonNull))
          .allMatch(people::contains);
      assertThat(life.facts().stream().map(Fact::contact).filter(java.util.Objects::nonNull))
          .allMatch(people::contains);
    }
    assertThat(COMPANY.stories()).allMatch(story -> accounts.contains(story.account()));
  }

  @Test
  void writesAsManyCellsAsItsHeadersName() {
    for (ImportFile file : COMPANY.files()) {
      int columns = file.header().split(",").length;
      assertThat(file.lines().get().limit(2_000))
          .allMatch(line -> line.replaceAll("\"[^\"]*\"", "x").split(",", -1).length == columns);
    }
  }

  private static ImportFile file(String kind) {
    return COMPANY.files().stream().filter(file -> file.kind().equals(kind)).findFirst().get();
  }

  private static Stream<Row> rows(Larkfield company) {
    return company.lives().stream()
        .flatMap(
            life ->
                Stream.<Stream<? extends Row>>of(
                        Stream.of(life.customer()),
                        life.people().stream(),
                        life.phases().stream(),
                        life.invoices().stream(),
                        life.tickets().stream(),
                        life.answers().stream(),
                        life.meetings().stream(),
                        life.outcomes().stream(),
                        life.facts().stream(),
                        life.usage())
                    .flatMap(rows -> rows));
  }

  private static <T> void assertUnique(
      Function<Life, ? extends Iterable<T>> part, Function<T, String> id) {
    var seen = new HashSet<String>();
    for (Life life : COMPANY.lives()) {
      for (T thing : part.apply(life)) {
        assertThat(seen.add(id.apply(thing))).as(id.apply(thing)).isTrue();
      }
    }
  }

  private static String digest(Larkfield company) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      company
          .files()
          .forEach(
              file ->
                  file.text().forEach(line -> sha.update(line.getBytes(StandardCharsets.UTF_8))));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
