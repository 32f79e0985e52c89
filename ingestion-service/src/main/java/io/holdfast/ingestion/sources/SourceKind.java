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
  /** Anything else that sends JSON. */
  JSON;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SourceKind> named(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
