package io.holdfast.notification;

import io.holdfast.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

  @Test
  void keepsTheShapeOfAService() {
    ArchitectureRules.of("io.holdfast.notification")
        .domain("alert", "play", "channel", "delivery", "person", "notice")
        .useCases("responding", "telling", "delivering", "appointing", "remembering", "listing")
        .edges("intake", "timing", "announcing", "writing", "sending", "persistence", "web")
        .check();
  }
}
