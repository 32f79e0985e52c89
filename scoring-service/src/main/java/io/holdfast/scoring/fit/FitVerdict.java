package io.holdfast.scoring.fit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a check found. Unknown is what too little is known of. */
public enum FitVerdict {
  GOOD,
  FAIR,
  BAD,
  UNKNOWN;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FitVerdict> of(String key) {
    return Stream.of(values()).filter(one -> one.key().equals(key)).findFirst();
  }
}
