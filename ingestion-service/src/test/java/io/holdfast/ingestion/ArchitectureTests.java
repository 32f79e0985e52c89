package io.holdfast.ingestion;

import io.holdfast.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
  @Test
  void packagesHaveNoCyclesAndNobodyBlocksOrSubscribes() {
    ArchitectureRules.service("io.holdfast.ingestion").check();
  }
}
