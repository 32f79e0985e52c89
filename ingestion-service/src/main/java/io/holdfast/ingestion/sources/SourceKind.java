package io.holdfast.ingestion.sources;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a source speaks. */
public enum SourceKind {
  /** Tracking SDKs. */
  SEGMENT,
  /** Stripe's signed webhooks. */
  STRIPE,
  /** Facts in webhooks signed by the rules of Standard Webhooks. */
  JSON;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SourceKind> named(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
