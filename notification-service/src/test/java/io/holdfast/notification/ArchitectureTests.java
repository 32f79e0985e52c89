package io.holdfast.notification;

import io.holdfast.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

  @Test
  void theShapeIsKept() {
    ArchitectureRules.service(
            "io.holdfast.notification", "alert", "play", "channel", "delivery", "person", "notice")
        .check();
  }
}
