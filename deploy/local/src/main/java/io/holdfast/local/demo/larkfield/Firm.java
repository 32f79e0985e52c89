package io.holdfast.local.demo.larkfield;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who a customer is. */
record Firm(
    String id,
    String name,
    String industry,
    String country,
    int employees,
    String owner,
    @Nullable String parent) {

  static String idOf(String name) {
    return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-");
  }

  /** The hour, UTC, at which its people begin to work. */
  int morning() {
    return switch (country) {
      case "US", "CA" -> 13;
      case "AU", "JP", "SG" -> 0;
      default -> 7;
    };
  }
}
