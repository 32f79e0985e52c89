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
        .knows("archive", "entry", "privacy")
        .knows("roles", "requests")
        .knows("audit", "entry", "identity", "privacy", "requests")
        .knows("feeding", "archive", "identity", "merging")
        .knows("merging", "admission", "archive", "entry", "identity", "requests")
        .knows("tenants", "entry")
        .knows("privacy")
        .knows("identity", "archive", "entry", "privacy", "requests")
        .knows("live", "entry", "identity", "privacy", "requests")
        .knows("plan", "entry", "requests", "tenants")
        .knows("sources", "entry", "requests", "tenants")
        .knows("signing", "requests", "sources")
        .knows("admission", "archive", "entry", "identity", "plan", "tenants")
        .knows("batch", "entry", "requests")
        .knows("tracking", "acknowledging", "batch", "entry", "identity", "requests", "sources")
        .knows("imports", "admission", "entry", "identity", "privacy", "requests", "tenants")
        .knows("erasing", "entry", "identity", "privacy", "requests")
        .knows(
            "stripe",
            "acknowledging",
            "admission",
            "archive",
            "entry",
            "identity",
            "imports",
            "privacy",
            "requests",
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
        .knows(
            "mapping",
            "acknowledging",
            "admission",
            "archive",
            "entry",
            "identity",
            "imports",
            "requests",
            "sources")
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
            "batch",
            "cloudevents",
            "entry",
            "facts",
            "identity",
            "live",
            "mapping",
            "privacy",
            "stripe",
            "tracking")
        .check();
  }
}
