package io.holdfast.metrics.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Constants as the API spells them: lower case with underscores. */
final class Names {

  private Names() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static @Nullable String ofNullable(@Nullable Enum<?> constant) {
    return constant == null ? null : of(constant);
  }
}
