package io.holdfast.scoring.health;

import java.util.Locale;

/** What made an account be judged again. */
public enum Cause {
  /** Something just happened. */
  LIVE,
  /** Time passed. */
  CLOCK,
  /** Something came to be known long after it happened. */
  LATE,
  /** History was loaded. */
  LOAD;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Cause of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** News about the past: the band is worked out anew from the days before. */
  public boolean rewritesThePast() {
    return this == LATE || this == LOAD;
  }

  /** Of two causes of one judgement the one that says more: a load explains whatever came late. */
  public Cause and(Cause other) {
    return ordinal() >= other.ordinal() ? this : other;
  }
}
