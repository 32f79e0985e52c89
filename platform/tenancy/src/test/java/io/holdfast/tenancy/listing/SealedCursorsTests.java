package io.holdfast.tenancy.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.strings;

import io.holdfast.tenancy.Cursors;
import io.holdfast.tenancy.sealing.Seals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SealedCursorsTests {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.";

  private final Cursors cursors = of(List.of("key"), "demo", "/api/v1/people?");

  @Test
  void opensWhatItClosed() {
    qt().forAll(strings().allPossible().ofLengthBetween(0, 200).map(SealedCursorsTests::text))
        .check(place -> cursors.open(cursors.close(place)).filter(place::equals).isPresent());
  }

  @Test
  void refusesACursorWithAnyLetterAltered() {
    String cursor = cursors.close("name\u0001Ana Rivera\u0001ana@larkfield.example");
    qt().withExamples(5_000)
        .forAll(
            integers().between(0, cursor.length() - 1), integers().between(0, LETTERS.length() - 1))
        .assuming((at, letter) -> cursor.charAt(at) != LETTERS.charAt(letter))
        .check(
            (at, letter) ->
                cursors
                    .open(
                        cursor.substring(0, at) + LETTERS.charAt(letter) + cursor.substring(at + 1))
                    .isEmpty());
  }

  @Test
  void refusesEveryLastLetterButItsOwn() {
    for (String place : List.of("a", "ab", "abc")) {
      String cursor = cursors.close(place);
      String begin = cursor.substring(0, cursor.length() - 1);
      assertThat(
              LETTERS
                  .chars()
                  .mapToObj(letter -> begin + (char) letter)
                  .filter(this::opens)
                  .toList())
          .containsExactly(cursor);
    }
  }

  @Test
  void refusesACursorCutOrGrown() {
    String cursor = cursors.close("name\u0001Ana\u0001ana");
    for (int length = 0; length < cursor.length(); length++) {
      assertThat(cursors.open(cursor.substring(0, length))).isEmpty();
    }
    assertThat(cursors.open(cursor + "A")).isEmpty();
    assertThat(cursors.open(cursor + cursor)).isEmpty();
    assertThat(cursors.open("A".repeat(100_000))).isEmpty();
  }

  @Test
  void refusesACursorOfAnotherTenantOrList() {
    String cursor = cursors.close("place");

    assertThat(of(List.of("key"), "other", "/api/v1/people?").open(cursor)).isEmpty();
    assertThat(of(List.of("key"), "demo", "/api/v1/channels?").open(cursor)).isEmpty();
    assertThat(of(List.of("key"), "demo", "/api/v1/people?role=csm").open(cursor)).isEmpty();
  }

  @Test
  void anotherInstanceOpensItAndSoDoesOneWithANewerKey() {
    String cursor = cursors.close("place");

    assertThat(of(List.of("key"), "demo", "/api/v1/people?").open(cursor)).contains("place");
    assertThat(of(List.of("newer", "key"), "demo", "/api/v1/people?").open(cursor))
        .contains("place");
    assertThat(of(List.of("newer"), "demo", "/api/v1/people?").open(cursor)).isEmpty();
  }

  @Test
  void tellsNothingOfThePlace() {
    assertThat(cursors.close("ana@larkfield.example")).doesNotContain("ana", "YW5h");
  }

  @Test
  void aListIsItsPathAndItsFilters() {
    String list = list(Map.of("role", List.of("csm"), "state", List.of("open", "closed")));

    assertThat(list).isEqualTo("/api/v1/people?role=csm&state=open&state=closed");
    assertThat(
            list(
                Map.of(
                    "state",
                    List.of("open", "closed"),
                    "role",
                    List.of("csm"),
                    "limit",
                    List.of("5"),
                    "sort",
                    List.of("name"),
                    "cursor",
                    List.of("x"))))
        .isEqualTo(list);
    assertThat(list(Map.of("role", List.of("csm&state=open"))))
        .isNotEqualTo(list(Map.of("role", List.of("csm"), "state", List.of("open"))));
  }

  private boolean opens(String cursor) {
    return cursors.open(cursor).isPresent();
  }

  private static String list(Map<String, List<String>> parameters) {
    return AskedList.of("/api/v1/people", parameters);
  }

  /** Half a pair of surrogates is no character, and UTF-8 has none for it. */
  private static String text(String any) {
    return any.replaceAll("\\p{Cs}", "?");
  }

  private static Cursors of(List<String> keys, String tenant, String list) {
    return new SealedCursors(new Seals(keys).of("holdfast cursors of " + tenant), list);
  }
}
