package io.holdfast.ingestion.stripe;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a subscription costs, on trial or not; a change of it begins a new phase. */
record SubscriptionTerms(
    BigDecimal amount,
    String currency,
    String interval,
    long intervalCount,
    BigDecimal quantity,
    @Nullable String plan,
    boolean trialing,
    @Nullable BigDecimal discountPercent,
    @Nullable Long discountMonths) {

  /**
   * Empty while no licensed item has a price. Items of another interval than the first are left
   * out.
   */
  static Optional<SubscriptionTerms> of(JsonNode subscription) {
    JsonNode first = null;
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal quantity = BigDecimal.ONE;
    BigDecimal unit = BigDecimal.ZERO;
    int items = 0;
    for (JsonNode item : subscription.path("items").path("data")) {
      JsonNode price = item.path("price").isObject() ? item.path("price") : item.path("plan");
      Optional<StripeMoney> money = money(price);
      if (money.isEmpty() || metered(price) || first != null && !sameInterval(first, price)) {
        continue;
      }
      first = first == null ? price : first;
      quantity =
          item.path("quantity").isNumber() ? item.path("quantity").decimalValue() : BigDecimal.ONE;
      unit = money.get().amount();
      total = total.add(unit.multiply(quantity));
      items++;
    }
    if (first == null) {
      return Optional.empty();
    }
    JsonNode coupon = coupon(subscription);
    boolean discounted = coupon.path("percent_off").isNumber();
    return Optional.of(
        new SubscriptionTerms(
            items == 1 ? unit : total.stripTrailingZeros(),
            money(first).orElseThrow().currency(),
            interval(first),
            count(first),
            items == 1 ? quantity : BigDecimal.ONE,
            plan(first),
            "trialing".equals(StripeEvent.text(subscription, "status")),
            discounted ? coupon.path("percent_off").decimalValue() : null,
            discounted ? months(coupon) : null));
  }

  /** Where the current period ends; since 2025-03-31 the items say it. */
  static Optional<LocalDate> periodEnd(JsonNode subscription) {
    return StripeHistory.date(subscription.path("current_period_end"))
        .or(
            () ->
                StripeHistory.date(
                    subscription.path("items").path("data").path(0).path("current_period_end")));
  }

  private static Optional<StripeMoney> money(JsonNode price) {
    JsonNode exact = price.path("unit_amount_decimal");
    JsonNode amount = exact.isString() ? exact : price.path("unit_amount");
    if (!amount.isString() && !amount.isNumber()) {
      amount = price.path("amount");
    }
    return amount.isString() || amount.isNumber()
        ? StripeMoney.of(amount, StripeEvent.text(price, "currency"))
        : Optional.empty();
  }

  private static JsonNode recurring(JsonNode price) {
    return price.path("recurring").isObject() ? price.path("recurring") : price;
  }

  private static boolean metered(JsonNode price) {
    return "metered".equals(StripeEvent.text(recurring(price), "usage_type"));
  }

  private static boolean sameInterval(JsonNode one, JsonNode other) {
    return interval(one).equals(interval(other)) && count(one) == count(other);
  }

  private static long count(JsonNode price) {
    return Math.max(1, recurring(price).path("interval_count").asLong(1));
  }

  private static String interval(JsonNode price) {
    String interval = StripeEvent.text(recurring(price), "interval");
    return interval == null ? "month" : interval;
  }

  private static @Nullable String plan(JsonNode price) {
    String nickname = StripeEvent.text(price, "nickname");
    return nickname == null ? StripeEvent.text(price, "id") : nickname;
  }

  private static JsonNode coupon(JsonNode subscription) {
    JsonNode old = subscription.path("discount").path("coupon");
    if (old.isObject()) {
      return old;
    }
    JsonNode first = subscription.path("discounts").path(0);
    return first.path("coupon").isObject()
        ? first.path("coupon")
        : first.path("source").path("coupon");
  }

  /** Absent is for ever. */
  private static @Nullable Long months(JsonNode coupon) {
    String duration = StripeEvent.text(coupon, "duration");
    if ("repeating".equals(duration)) {
      return coupon.path("duration_in_months").asLong(1);
    }
    return "once".equals(duration) ? Long.valueOf(1) : null;
  }
}
