package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.entry.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is paid for one item of a subscription.
 *
 * @param unit of one unit, absent where only the total says what it costs
 * @param quantity as subscribed
 */
record SubscriptionItem(
    Part part,
    String currency,
    String interval,
    int intervalCount,
    @Nullable BigDecimal unit,
    BigDecimal quantity,
    BigDecimal total,
    @Nullable String plan) {

  /** Empty when it is metered: then it is paid by use. */
  static Optional<SubscriptionItem> read(Part item) throws Unreadable {
    Part price = item.at("price").isObject() ? item.at("price") : item.at("plan");
    if (!price.isObject()) {
      throw item.at("price").fault("is missing");
    }
    Part recurring = price.at("recurring").isObject() ? price.at("recurring") : price;
    if (recurring.at("usage_type").is("metered")) {
      return Optional.empty();
    }
    String currency = price.at("currency").read(Kind.SUBSCRIPTION, "currency");
    BigDecimal quantity = number(item.at("quantity"), "seats");
    Part amount = amount(price);
    BigDecimal unit = null;
    BigDecimal total;
    if (price.at("billing_scheme").is("tiered")) {
      total = TieredPrice.of(price, quantity, currency);
    } else if (price.at("transform_quantity").absent()) {
      unit = StripeMoney.of(amount, currency);
      total = unit.multiply(quantity);
    } else {
      total =
          StripeMoney.of(amount, currency)
              .multiply(packages(quantity, price.at("transform_quantity")));
    }
    return Optional.of(
        new SubscriptionItem(
            item,
            currency,
            recurring.at("interval").read(Kind.SUBSCRIPTION, "interval"),
            number(recurring.at("interval_count"), "interval_count").intValueExact(),
            unit,
            quantity,
            total,
            plan(price)));
  }

  boolean asOftenAs(SubscriptionItem other) {
    return interval.equals(other.interval) && intervalCount == other.intervalCount;
  }

  /** Months that one payment covers, at least one. */
  int months() {
    return switch (interval) {
      case "month" -> intervalCount;
      case "year" -> 12 * intervalCount;
      default -> 1;
    };
  }

  /** One where it is not said. */
  private static BigDecimal number(Part part, String column) throws Unreadable {
    return part.absent() ? BigDecimal.ONE : new BigDecimal(part.read(Kind.SUBSCRIPTION, column));
  }

  private static Part amount(Part price) {
    for (String member : new String[] {"unit_amount_decimal", "unit_amount", "amount_decimal"}) {
      if (!price.at(member).absent()) {
        return price.at(member);
      }
    }
    return price.at("amount").absent() ? price.at("unit_amount") : price.at("amount");
  }

  /** Packages that so many units fill. */
  private static BigDecimal packages(BigDecimal quantity, Part transform) throws Unreadable {
    Part size = transform.at("divide_by");
    BigDecimal units = new BigDecimal(size.read(Kind.SUBSCRIPTION, "interval_count"));
    Part round = transform.at("round");
    if (!round.is("up") && !round.is("down")) {
      throw round.fault("must be up or down");
    }
    return quantity.divide(units, 0, round.is("up") ? RoundingMode.UP : RoundingMode.DOWN);
  }

  private static @Nullable String plan(Part price) throws Unreadable {
    Part named = price.at("nickname").word().isPresent() ? price.at("nickname") : price.at("id");
    return named.word().filter(name -> !name.isBlank()).isPresent()
        ? named.read(Kind.SUBSCRIPTION, "plan")
        : null;
  }
}
