package io.holdfast.scoring.band;

import java.util.Locale;

/** How an account stands; best first. {@link #UNKNOWN} means too little is known, not bad. */
public enum Band {
  HEALTHY,
  WATCH,
  AT_RISK,
  CRITICAL,
  UNKNOWN;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Band of(String key) {
    for (Band band : values()) {
      if (band.key().equals(key)) {
        return band;
      }
    }
    throw new IllegalArgumentException("Not a band: " + key);
  }

  public boolean isJudged() {
    return this != UNKNOWN;
  }

  public boolean isWorseThan(Band other) {
    return isJudged() && other.isJudged() && ordinal() > other.ordinal();
  }
}
