package io.holdfast.ingestion;

import io.holdfast.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

  @Test
  void packagesKnowOnlyWhatIsListed() {
    ArchitectureRules.of("io.holdfast.ingestion")
        .domain("entry")
        .knows("acknowledging")
        .knows("requests")
        .knows("retention", "tenants")
        .knows("archive", "entry", "retention")
        .knows("roles", "requests")
        .knows("audit", "entry", "requests")
        .knows("tenants", "entry")
        .knows("identity", "entry", "requests")
        .knows("plan", "entry", "requests", "tenants")
        .knows("sources", "entry", "requests", "tenants")
        .knows("signing", "requests", "sources")
        .knows("admission", "archive", "entry", "identity", "plan", "tenants")
        .knows("tracking", "acknowledging", "entry", "identity", "requests", "sources")
        .knows("imports", "admission", "entry", "identity", "requests", "retention", "tenants")
        .knows(
            "stripe",
            "acknowledging",
            "admission",
            "archive",
            "entry",
            "imports",
            "signing",
            "sources")
        .knows(
            "facts",
            "acknowledging",
            "admission",
            "entry",
            "imports",
            "requests",
            "signing",
            "sources")
        .knows("mapping", "acknowledging", "admission", "archive", "entry", "imports", "requests")
        .knows("cloudevents", "acknowledging", "entry", "imports", "requests")
        .knows(
            "quarantine",
            "admission",
            "archive",
            "entry",
            "identity",
            "imports",
            "mapping",
            "requests",
            "stripe")
        .knows(
            "intake",
            "acknowledging",
            "admission",
            "cloudevents",
            "entry",
            "facts",
            "identity",
            "mapping",
            "retention",
            "stripe",
            "tracking")
        .check();
  }
}
