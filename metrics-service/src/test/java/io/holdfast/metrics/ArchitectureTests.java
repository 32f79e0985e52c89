package io.holdfast.metrics;

import io.holdfast.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

  @Test
  void keepsTheShapeOfAService() {
    ArchitectureRules.service(
            "io.holdfast.metrics",
            "money",
            "policy",
            "contract",
            "billing",
            "knowledge",
            "ledger",
            "books",
            "closing",
            "retention")
        .check();
  }
}
