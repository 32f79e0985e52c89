package io.holdfast.ingestion.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttributesTests {
  private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void theOrderInWhichThingsAreToldDoesNotMatter() {
    qt().forAll(lists().of(integers().between(0, 3)).ofSizeBetween(1, 8), integers().all())
        .checkAssert(
            (names, seed) -> {
              List<Integer> order = new ArrayList<>();
              for (int i = 0; i < names.size(); i++) {
                order.add(i);
              }
              Attributes straight = tell(names, order);
              Collections.shuffle(order, new Random(seed));
              assertThat(tell(names, order)).isEqualTo(straight);
            });
  }

  @Test
  void whatIsNotToldAgainStays() {
    Attributes told =
        Attributes.NONE
            .told(Map.of("name", "Acme", "plan", "pro"), T)
            .told(Map.of("name", "Acme 2"), T.plusSeconds(1));
    assertThat(told.get("name")).isEqualTo("Acme 2");
    assertThat(told.get("plan")).isEqualTo("pro");
  }

  @Test
  void storedAttributesComeBackTheSame() {
    Attributes told = Attributes.NONE.told(Map.of("trait.a \"b\"", "c\nd", "name", ""), T);
    assertThat(AttributesJson.read(AttributesJson.write(told))).isEqualTo(told);
  }

  @Test
  void ofVeryManyTraitsTheLatestStayWhateverTheOrder() {
    List<Integer> order = new ArrayList<>();
    List<Integer> names = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      order.add(i);
      names.add(i % 250);
    }
    Attributes straight = traits(names, order);
    assertThat(straight.below(Attributes.TRAIT)).hasSize(Attributes.MOST_TRAITS);
    assertThat(straight.get("trait.49")).isEqualTo("v299");
    assertThat(straight.get("trait.50")).isNull();
    Collections.shuffle(order, new Random(7));
    assertThat(traits(names, order)).isEqualTo(straight);
  }

  private static Attributes traits(List<Integer> names, List<Integer> order) {
    Attributes told = Attributes.NONE;
    for (int i : order) {
      told = told.told(Map.of(Attributes.TRAIT + names.get(i), "v" + i), T.plusSeconds(i));
    }
    return told;
  }

  /** Each is told at a time of its own. */
  private static Attributes tell(List<Integer> names, List<Integer> order) {
    Attributes told = Attributes.NONE;
    for (int i : order) {
      told = told.told(Map.of("n" + names.get(i), "v" + i), T.plusSeconds(i));
    }
    return told;
  }
}
