package io.holdfast.scoring;

import io.holdfast.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

  @Test
  void keepsTheShapeOfAService() {
    ArchitectureRules.of("io.holdfast.scoring")
        .domain(
            "band",
            "model",
            "picture",
            "signal",
            "health",
            "change",
            "backtest",
            "journey",
            "adoption",
            "value",
            "fit")
        .useCases("rescoring", "reporting", "publishing", "trying", "fitting")
        .edges("intake", "timing", "announcing", "persistence", "web")
        .check();
  }
}
