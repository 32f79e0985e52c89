package io.holdfast.ingestion.stripe;

import java.math.BigDecimal;
import java.util.Set;

/**
 * Amounts in the smallest unit of their currency, as Stripe counts them
 * (docs.stripe.com/currencies).
 */
final class StripeMoney {
  private static final Set<String> NO_DECIMALS =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
          "XOF", "XPF");
  private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");
  private static final int MOST_DIGITS = 18;

  private StripeMoney() {}

  /** The amount in the currency itself, with all its decimals. */
  static BigDecimal of(Part smallestUnits, String currency) throws Unreadable {
    BigDecimal units = smallestUnits.number();
    if (units.signum() < 0) {
      throw smallestUnits.fault("is " + units + "; it must not be negative");
    }
    if (units.precision() - units.scale() > MOST_DIGITS) {
      throw smallestUnits.fault("is " + units + ", which is more than any amount");
    }
    return units.movePointLeft(decimals(currency)).stripTrailingZeros();
  }

  private static int decimals(String currency) {
    if (NO_DECIMALS.contains(currency)) {
      return 0;
    }
    return THREE_DECIMALS.contains(currency) ? 3 : 2;
  }
}
