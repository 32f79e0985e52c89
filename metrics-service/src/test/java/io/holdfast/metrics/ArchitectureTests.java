package io.holdfast.metrics;

import io.holdfast.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

  @Test
  void keepsTheShapeOfAService() {
    ArchitectureRules.of("io.holdfast.metrics")
        .domain(
            "money",
            "policy",
            "contract",
            "billing",
            "knowledge",
            "ledger",
            "books",
            "closing",
            "retention")
        .useCases("booking", "reporting")
        .edges("intake", "timing", "announcing", "persistence", "web")
        .check();
  }
}
