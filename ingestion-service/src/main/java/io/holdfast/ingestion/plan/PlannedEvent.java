package io.holdfast.ingestion.plan;

import io.holdfast.ingestion.entry.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What the tenant says about an event.
 *
 * @param planned whether it is expected
 * @param coreFeature whether it is use of a core feature
 * @param module product module it belongs to
 */
record PlannedEvent(String event, boolean planned, boolean coreFeature, @Nullable String module) {
  /** As long as the longest event there is: {@code screen: } and a name of 200 characters. */
  private static final int LONGEST = 210;

  PlannedEvent {
    event = event.strip();
    if (!name(event)) {
      throw new IllegalArgumentException("event must have 1 to 210 characters, in one line");
    }
    if (module != null && !name(module)) {
      throw new IllegalArgumentException("module must have 1 to 210 characters, or be left out");
    }
  }

  private static boolean name(String text) {
    return !text.isBlank() && text.length() <= LONGEST && PlainText.isLine(text);
  }
}
