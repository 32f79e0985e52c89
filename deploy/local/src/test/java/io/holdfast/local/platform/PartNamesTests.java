package io.holdfast.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartNamesTests {

  @Test
  void ofEachServiceThereAreAsManyAsAskedForAndOneOfEverythingElse() {
    assertThat(PartNames.all(1))
        .containsExactly(
            "postgresql",
            "kafka",
            "provider",
            "mail",
            "ingestion",
            "scoring",
            "metrics",
            "notification",
            "gateway");
    assertThat(PartNames.all(2))
        .hasSize(4 + 2 * 5)
        .containsSubsequence("kafka", "ingestion", "ingestion-2", "gateway", "gateway-2");
  }

  @Test
  void whatAnyPlatformMayHaveLeftIsLookedFor() {
    assertThat(PartNames.possible()).contains("scoring-4").containsAll(PartNames.all(3));
  }

  @Test
  void everyProcessHasPortsOfItsOwn() {
    assertThat(Parts.portNames(2))
        .doesNotHaveDuplicates()
        .contains("scoring", "scoring-2", "scoring.management", "scoring-2.management", "gateway-2")
        .doesNotContain("gateway"); // it has the port that people type
  }
}
