package io.holdfast.ingestion.plan;

import org.jspecify.annotations.Nullable;

/**
 * What the tenant says about an event.
 *
 * @param planned whether it is expected
 * @param coreFeature whether it is use of a core feature
 * @param module product module it belongs to
 */
record PlannedEvent(String event, boolean planned, boolean coreFeature, @Nullable String module) {
  PlannedEvent {
    event = event.strip();
    if (event.isEmpty() || event.length() > 200) {
      throw new IllegalArgumentException("event must have 1 to 200 characters");
    }
    if (module != null && (module.isBlank() || module.length() > 200)) {
      throw new IllegalArgumentException("module must have 1 to 200 characters, or be left out");
    }
  }
}
