package io.holdfast.scoring.trying;

import java.util.Locale;

/** By what of an account a report is taken apart. */
public enum SegmentBy {
  INDUSTRY,
  COUNTRY;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
