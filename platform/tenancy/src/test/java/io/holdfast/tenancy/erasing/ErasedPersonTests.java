package io.holdfast.tenancy.erasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ErasedPersonTests {
  private static final String OPAQUE = "erased-1";
  private static final ErasedPerson FAY =
      new ErasedPerson(
          Set.of("fay-0815", "7", "a\"b\"c\"d"),
          Set.of(ErasedPerson.digest("fay@acme.example", OPAQUE)),
          OPAQUE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"userId\":\"fay-0815\"}",
        "{\"userId\": \"7\"}",
        "[\"a\\\"b\\\"c\\\"d\"]",
        "{\"body\":\"{\\\"userId\\\":\\\"7\\\"}\"}",
        "no such user fay-0815.",
        "acme|segment|fay-0815",
        "no such user '7'",
        "550 <Fay@Acme.Example>: no such mailbox",
        "write to fay@acme.example.",
        "/api/v1/people/fay%40acme.example",
        "\u0000\u0001mailto:fay@acme.example?subject=x"
      })
  void isFoundInEveryForm(String text) {
    assertThat(FAY.isIn(text)).isTrue();
    assertThat(FAY.isIn(FAY.without(text))).as(FAY.without(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"userId\":\"fay-08150\"}",
        "{\"score\":7,\"sentence\":\"7 of 7 days\"}",
        "infay-0815",
        "fay-0815-b",
        "{\"email\":\"ay@acme.example\"}",
        "not-fay@acme.example",
        ""
      })
  void isNotFoundInSomebodyElse(String text) {
    assertThat(FAY.isIn(text)).isFalse();
    assertThat(FAY.without(text)).isEqualTo(text);
  }

  @Test
  void figuresAndDigitsOfJsonStayAsTheyAre() {
    String text =
        "{\"value\":1.50,\"count\":7,\"userId\":\"fay-0815\",\"big\":12345678901234567890}";

    assertThat(FAY.without(text))
        .isEqualTo(
            "{\"value\":1.50,\"count\":7,\"userId\":\"erased-1\",\"big\":12345678901234567890}");
  }

  @Test
  void whoHasNoNameIsNowhere() {
    ErasedPerson nobody = new ErasedPerson(Set.of(" "), Set.of(), OPAQUE);

    assertThat(nobody.isIn("fay@acme.example \"7\"")).isFalse();
    assertThat(nobody.without("fay@acme.example")).isEqualTo("fay@acme.example");
  }

  @Test
  void aLongWordIsReadOnce() {
    String blob = "x".repeat(2_000_000);

    assertThat(FAY.isIn(blob)).isFalse();
    assertThat(FAY.isIn(blob + " fay@acme.example")).isTrue();
  }

  @Test
  void whateverStandsAroundTheNamesNoneIsLeftInJson() {
    qt().forAll(
            lists()
                .of(
                    strings()
                        .basicLatinAlphabet()
                        .ofLengthBetween(0, 12)
                        .assuming(text -> !text.contains("7")))
                .ofSizeBetween(0, 5),
            integers().between(0, 3))
        .checkAssert(
            (others, which) -> {
              String name =
                  List.of("fay-0815", "7", "fay@acme.example", "FAY@ACME.example").get(which);
              String json =
                  JsonMapper.shared().writeValueAsString(Map.of("name", name, "others", others));

              String left = FAY.without(json);

              assertThat(FAY.isIn(json)).isTrue();
              assertThat(FAY.isIn(left)).isFalse();
              assertThat(JsonMapper.shared().readTree(left).path("name").asString())
                  .isEqualTo(OPAQUE);
            });
  }
}
