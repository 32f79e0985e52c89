package io.holdfast.ingestion.stripe;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Amounts in the smallest unit of their currency, as Stripe counts them
 * (docs.stripe.com/currencies).
 */
record StripeMoney(BigDecimal amount, String currency) {
  StripeMoney {
    amount = amount.stripTrailingZeros();
  }

  private static final Set<String> NO_DECIMALS =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
          "XOF", "XPF");
  private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  /** Empty when one of both is missing. */
  static Optional<StripeMoney> of(JsonNode smallestUnits, @Nullable String currency) {
    if (currency == null || currency.length() != 3) {
      return Optional.empty();
    }
    try {
      BigDecimal units =
          smallestUnits.isString()
              ? new BigDecimal(smallestUnits.asString())
              : smallestUnits.decimalValue();
      if (Math.abs((long) units.scale()) > 20 || units.precision() > 20) {
        return Optional.empty();
      }
      String code = currency.toUpperCase(Locale.ROOT);
      return Optional.of(new StripeMoney(units.movePointLeft(decimals(code)), code));
    } catch (NumberFormatException | tools.jackson.core.JacksonException _) {
      return Optional.empty();
    }
  }

  private static int decimals(String currency) {
    if (NO_DECIMALS.contains(currency)) {
      return 0;
    }
    return THREE_DECIMALS.contains(currency) ? 3 : 2;
  }
}
