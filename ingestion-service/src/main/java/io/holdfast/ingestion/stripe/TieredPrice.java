package io.holdfast.ingestion.stripe;

import java.math.BigDecimal;
import java.util.List;

/**
 * A price whose units cost less or more as they become many
 * (docs.stripe.com/subscriptions/pricing-models/tiered-pricing).
 */
final class TieredPrice {
  private TieredPrice() {}

  /** What a quantity costs. Of no units at all, the first tier's flat amount is still charged. */
  static BigDecimal of(Part price, BigDecimal quantity, String currency) throws Unreadable {
    Part tiers = price.at("tiers");
    if (tiers.absent()) {
      throw tiers.fault("is missing: what a tiered price comes to stands only in its tiers");
    }
    Part mode = price.at("tiers_mode");
    if (mode.is("volume")) {
      return volume(tiers, quantity, currency);
    }
    if (mode.is("graduated")) {
      return graduated(tiers, quantity, currency);
    }
    throw mode.fault("must be graduated or volume");
  }

  /** Every unit at the price of the tier that the quantity reaches. */
  private static BigDecimal volume(Part tiers, BigDecimal quantity, String currency)
      throws Unreadable {
    for (Part tier : tiers.each()) {
      if (last(tier) || quantity.compareTo(tier.at("up_to").number()) <= 0) {
        return cost(tier, quantity, currency);
      }
    }
    throw tooFew(tiers, quantity);
  }

  /** Each unit at the price of the tier it falls into. */
  private static BigDecimal graduated(Part tiers, BigDecimal quantity, String currency)
      throws Unreadable {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal from = BigDecimal.ZERO;
    List<Part> all = tiers.each();
    for (Part tier : all) {
      BigDecimal to = last(tier) ? quantity : tier.at("up_to").number().min(quantity);
      if (to.compareTo(from) < 0) {
        throw tier.at("up_to").fault("is below the tier before");
      }
      total = total.add(cost(tier, to.subtract(from), currency));
      from = to;
      if (from.compareTo(quantity) == 0) {
        return total;
      }
    }
    throw tooFew(tiers, quantity);
  }

  private static BigDecimal cost(Part tier, BigDecimal units, String currency) throws Unreadable {
    return amount(tier, "unit_amount", currency)
        .multiply(units)
        .add(amount(tier, "flat_amount", currency));
  }

  /** A tier may have only one of both. */
  private static BigDecimal amount(Part tier, String member, String currency) throws Unreadable {
    Part exact = tier.at(member + "_decimal");
    Part amount = exact.absent() ? tier.at(member) : exact;
    return amount.absent() ? BigDecimal.ZERO : StripeMoney.of(amount, currency);
  }

  private static boolean last(Part tier) throws Unreadable {
    if (!tier.isObject()) {
      throw tier.fault("is no tier");
    }
    return tier.at("up_to").absent();
  }

  private static Unreadable tooFew(Part tiers, BigDecimal quantity) {
    return tiers.fault("end below the quantity " + quantity.toPlainString());
  }
}
