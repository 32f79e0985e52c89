package io.holdfast.ingestion.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.entry.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InheritanceTests {
  private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");
  private static final Attributes NAMED = Attributes.NONE.told(Map.of("name", "Acme"), T);

  @Test
  void whatNobodySaidOfTheHeirIsTakenOverWithItsTime() {
    Attributes dupe =
        NAMED
            .told(Map.of("industry", "Shoes"), T.plusSeconds(1))
            .told(Map.of("external.stripe", "cus_7", "trait.plan", "gold"), T.plusSeconds(2));
    assertThat(inherited(dupe, NAMED))
        .extracting(one -> one.key() + one.time() + AttributesJson.told(one.body()))
        .containsExactly(
            "acme" + T.plusSeconds(1) + Map.of("industry", "Shoes"),
            "acme"
                + T.plusSeconds(2)
                + AttributesJson.told("{\"external.stripe\":\"cus_7\",\"trait.plan\":\"gold\"}"));
  }

  @Test
  void whatTheHeirSaysItselfStaysHoweverOldItIs() {
    Attributes dupe = Attributes.NONE.told(Map.of("name", "Acme Inc"), T.plusSeconds(1));
    assertThat(inherited(dupe, NAMED)).isEmpty();
  }

  @Test
  void noAccountBelongsToItself() {
    Attributes dupe = Attributes.NONE.told(Map.of("parentAccountId", "acme"), T);
    assertThat(inherited(dupe, NAMED)).isEmpty();
    Attributes other = Attributes.NONE.told(Map.of("parentAccountId", "group"), T);
    assertThat(inherited(other, NAMED)).hasSize(1);
  }

  @Test
  void anIdThatWasLostIsNotWonBack() {
    Attributes dupe = Attributes.NONE.told(Map.of("external.stripe", "cus_7"), T);
    assertThat(inherited(dupe.losing("stripe"), NAMED)).isEmpty();
  }

  private static List<Entry> inherited(Attributes from, Attributes heir) {
    return Inheritance.of("dupe", "acme", Map.of("dupe", from, "acme", heir), T.plusSeconds(9));
  }
}
