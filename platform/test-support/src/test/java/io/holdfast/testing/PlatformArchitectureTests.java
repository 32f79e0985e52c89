package io.holdfast.testing;

import static io.holdfast.testing.ArchitectureRules.ROOT;

import org.junit.jupiter.api.Test;

/** The platform's modules: a root package that all know, and rooms beside each other. */
class PlatformArchitectureTests {

  @Test
  void messagingKeepsItsShape() {
    ArchitectureRules.of("io.holdfast.messaging")
        .knows(ROOT)
        .knows("trace")
        .knows("deadletter", ROOT)
        .knows("generation", ROOT)
        .knows("rebuild", ROOT, "generation")
        .knows("erasing", ROOT)
        .knows("merging", ROOT, "generation")
        .knows("inbox", ROOT, "trace", "deadletter", "generation", "merging", "rebuild", "erasing")
        .knows("outbox", ROOT, "trace", "deadletter")
        .knows("retention", ROOT)
        .knows("access", ROOT, "retention")
        .knows("audit", ROOT, "trace")
        .knows("timer", ROOT, "trace")
        .knows("backlog", ROOT)
        .blockIn("backlog", "inbox", "outbox", "timer")
        .check();
  }

  @Test
  void tenancyKeepsItsShape() {
    ArchitectureRules.of("io.holdfast.tenancy")
        .knows(ROOT)
        .knows("sealing")
        .knows("firewall")
        .knows("paths")
        .knows("claims")
        .knows("threads")
        .knows("database", ROOT)
        .knows("access", ROOT)
        .knows("web", ROOT, "access", "claims", "firewall", "paths")
        .knows("description", ROOT, "web", "editing", "repeating")
        .knows("editing", ROOT)
        .knows("listing", ROOT, "web", "sealing")
        .knows("erasing")
        .knows("repeating", ROOT, "sealing", "erasing")
        .knows("changing", ROOT, "web", "repeating")
        .check();
  }
}
