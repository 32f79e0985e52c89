package io.holdfast.scoring;

import io.holdfast.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

  @Test
  void theDomainKnowsOnlyTheLanguage() {
    ArchitectureRules.service("io.holdfast.scoring", "band", "model", "picture", "signal", "health")
        .check();
  }
}
