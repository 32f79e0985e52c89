package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.entry.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What coupons take off a subscription, as one share of its price.
 *
 * @param percent 0 to 100 with up to 8 decimals
 * @param months it runs, empty for ever
 */
record Discount(BigDecimal percent, Optional<Integer> months) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Empty when there is none, or nothing that it could be taken off. */
  static Optional<Discount> of(Part subscription, List<SubscriptionItem> items) throws Unreadable {
    Set<Optional<Integer>> months = new LinkedHashSet<>();
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal left = BigDecimal.ZERO;
    for (SubscriptionItem item : items) {
      total = total.add(item.total());
      left = left.add(less(item.total(), item.part(), item, months));
    }
    left = less(left, subscription, items.getFirst(), months);
    if (months.isEmpty() || total.signum() == 0) {
      return Optional.empty();
    }
    if (months.size() > 1) {
      throw subscription.at("discounts").fault("run for different times, which cannot be kept");
    }
    BigDecimal off = total.subtract(left).multiply(HUNDRED);
    return Optional.of(
        new Discount(
            off.divide(total, 8, RoundingMode.HALF_EVEN).stripTrailingZeros(),
            months.iterator().next()));
  }

  /** An amount less what the coupons beside it take off, one after the other. */
  private static BigDecimal less(
      BigDecimal amount, Part discounted, SubscriptionItem item, Set<Optional<Integer>> months)
      throws Unreadable {
    BigDecimal left = amount;
    for (Part coupon : coupons(discounted)) {
      left = less(left, coupon, item.currency());
      months.add(months(coupon, item));
    }
    return left;
  }

  private static BigDecimal less(BigDecimal amount, Part coupon, String currency)
      throws Unreadable {
    Part percent = coupon.at("percent_off");
    if (!percent.absent()) {
      BigDecimal off = new BigDecimal(percent.read(Kind.SUBSCRIPTION, "discount_percent"));
      if (off.compareTo(HUNDRED) > 0) {
        throw percent.fault("is " + off + "; it may be at most 100");
      }
      return amount.subtract(amount.multiply(off).movePointLeft(2));
    }
    Part off = coupon.at("amount_off");
    if (off.absent()) {
      throw coupon.fault("has neither percent_off nor amount_off");
    }
    String its = coupon.at("currency").read(Kind.SUBSCRIPTION, "currency");
    if (!its.equals(currency)) {
      throw coupon.at("currency").fault("is " + its + ", but the price is in " + currency);
    }
    return amount.subtract(StripeMoney.of(off, currency)).max(BigDecimal.ZERO);
  }

  private static Optional<Integer> months(Part coupon, SubscriptionItem item) throws Unreadable {
    Part duration = coupon.at("duration");
    if (duration.is("forever")) {
      return Optional.empty();
    }
    if (duration.is("once")) {
      return Optional.of(item.months());
    }
    if (duration.is("repeating")) {
      return Optional.of(
          Integer.valueOf(
              coupon.at("duration_in_months").read(Kind.SUBSCRIPTION, "discount_months")));
    }
    throw duration.fault("must be forever, once or repeating");
  }

  /** Of {@code discounts}, or of the one {@code discount} that stood there before. */
  private static List<Part> coupons(Part discounted) throws Unreadable {
    Part one = discounted.at("discount");
    Part several = discounted.at("discounts");
    List<Part> discounts = several.absent() ? List.of() : several.each();
    boolean told = discounts.stream().allMatch(Part::isObject);
    if (!one.absent() && (discounts.isEmpty() || discounts.size() == 1 && !told)) {
      discounts = List.of(one);
    }
    List<Part> coupons = new ArrayList<>();
    for (Part discount : discounts) {
      coupons.add(coupon(discount));
    }
    return coupons;
  }

  /** Since 2025-09-30 the coupon is the source of a discount. */
  private static Part coupon(Part discount) throws Unreadable {
    if (!discount.isObject()) {
      throw discount.fault("is only an id: what it takes off is not in the event");
    }
    Part coupon =
        discount.at("coupon").absent() ? discount.at("source").at("coupon") : discount.at("coupon");
    if (!coupon.isObject()) {
      throw coupon.fault("is not in the event");
    }
    return coupon;
  }
}
