package io.holdfast.ingestion.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why an entry waits in quarantine. */
public enum Reason {
  /** It names an account that is not known; enters by itself when it appears. */
  UNKNOWN_ACCOUNT,
  /** Its user belongs to no account yet; enters by itself once one is known. */
  NO_ACCOUNT,
  /** It claims to have happened more than five minutes ahead; enters by replay. */
  FUTURE_TIMESTAMP,
  /** It claims to have happened before 2000; sent again with its time it enters. */
  IMPLAUSIBLE_TIME,
  /** It cannot be read, or what it says is against the rules; enters by replay once it can. */
  UNREADABLE_OBJECT,
  /** The mapping of its source makes nothing of it; enters by replay once that is mended. */
  UNMAPPED;

  /** All codes, as a sentence names them. */
  public static final String CODES =
      Arrays.stream(values()).map(Reason::code).collect(Collectors.joining(", "));

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Reason> named(String code) {
    return Arrays.stream(values()).filter(reason -> reason.code().equals(code)).findFirst();
  }
}
