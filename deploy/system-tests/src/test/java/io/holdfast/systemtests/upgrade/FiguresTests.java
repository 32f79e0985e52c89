package io.holdfast.systemtests.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.systemtests.Door;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class FiguresTests {
  private static final JsonNode BEFORE =
      json("{\"/mrr\": {\"rows\": [{\"end\": \"10.00\"}, {\"end\": \"12.00\"}]}}");

  @Test
  void moreThanBeforeIsNoLoss() {
    assertThat(
            Figures.lost(
                BEFORE,
                json(
                    "{\"/mrr\": {\"rows\": [{\"end\": \"10.00\", \"new\": 1}, {\"end\":"
                        + " \"12.00\"}], \"etag\": 3}, \"/further\": 1}")))
        .isEmpty();
  }

  @Test
  void aFigureThatChangedIsNamedWithItsPlace() {
    assertThat(
            Figures.lost(
                BEFORE,
                json("{\"/mrr\": {\"rows\": [{\"end\": \"10.00\"}, {\"end\": \"12.01\"}]}}")))
        .containsExactly(" › /mrr › rows[1] › end was \"12.00\" and is \"12.01\"");
  }

  @Test
  void anotherCursorIsNoLossAndNoneIs() {
    JsonNode page = json("{\"/list\": {\"next\": \"abc\"}}");

    assertThat(Figures.lost(page, json("{\"/list\": {\"next\": \"xyz\"}}"))).isEmpty();
    assertThat(Figures.lost(page, json("{\"/list\": {\"next\": null}}"))).hasSize(1);
  }

  @Test
  void aRowOrAFieldOrAnAnswerThatIsGoneIsALoss() {
    assertThat(Figures.lost(BEFORE, json("{\"/mrr\": {\"rows\": [{\"end\": \"10.00\"}]}}")))
        .hasSize(1);
    assertThat(Figures.lost(BEFORE, json("{\"/mrr\": {\"rows\": [{\"end\": \"10.00\"}, {}]}}")))
        .hasSize(1);
    assertThat(Figures.lost(BEFORE, json("{}"))).hasSize(1);
  }

  @Test
  void whatDiffersBetweenTwoLooksIsNoFigure() {
    ObjectNode figures =
        (ObjectNode) json("{\"a\": {\"at\": 1, \"sum\": 5}, \"b\": [{\"at\": 1}]}");

    Figures.keepWhatStays(figures, json("{\"a\": {\"at\": 2, \"sum\": 5}, \"b\": [{\"at\": 2}]}"));

    assertThat(figures).isEqualTo(json("{\"a\": {\"sum\": 5}, \"b\": [{}]}"));
  }

  private static JsonNode json(String text) {
    return Door.JSON.readTree(text);
  }
}
