package io.holdfast.notification.alert;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Health band of an account as scoring announces it. */
public enum Band {
  HEALTHY(0),
  WATCH(1),
  AT_RISK(2),
  CRITICAL(3),
  /** Too little is known. Neither good nor bad: it never alerts. */
  UNKNOWN(1);

  private final int depth;

  Band(int depth) {
    this.depth = depth;
  }

  /**
   * Whether an account that comes from {@code before} got worse by reaching this band. An account
   * not judged before, or one nothing was known about, counts as if it stood at watch.
   */
  public boolean isWorseThan(@Nullable Band before) {
    return this != UNKNOWN && depth > (before == null ? WATCH : before).depth;
  }

  /** The word used in API and messages, e.g. {@code at_risk}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words used in sentences: "at risk", "on watch". */
  public String words() {
    return this == WATCH ? "on watch" : code().replace('_', ' ');
  }

  /** The word that stands alone: "At risk". */
  public String label() {
    String words = code().replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Reads the word used in messages; one not known to this version counts as unknown. */
  public static Band of(String code) {
    for (Band band : values()) {
      if (band.code().equals(code)) {
        return band;
      }
    }
    return UNKNOWN;
  }
}
