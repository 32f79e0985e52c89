package io.holdfast.ingestion.stripe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription costs, on trial or not; a change of it begins a new phase.
 *
 * @param seats absent where several items make it unclear which of them counts people
 */
record SubscriptionTerms(
    BigDecimal amount,
    String currency,
    String interval,
    int intervalCount,
    BigDecimal quantity,
    @Nullable BigDecimal seats,
    @Nullable String plan,
    boolean trialing,
    Optional<Discount> discount) {
  private static final int DECIMALS = 8;

  /** Empty when all items are metered: then only use is paid, which is no recurring revenue. */
  static Optional<SubscriptionTerms> of(Part subscription) throws Unreadable {
    List<SubscriptionItem> items = items(subscription.at("items"));
    if (items.isEmpty()) {
      return Optional.empty();
    }
    SubscriptionItem first = items.getFirst();
    boolean single = items.size() == 1;
    BigDecimal unit = single ? first.unit() : null;
    boolean exact = unit != null && unit.scale() <= DECIMALS;
    return Optional.of(
        new SubscriptionTerms(
            exact && unit != null ? unit : total(items),
            first.currency(),
            first.interval(),
            first.intervalCount(),
            exact ? first.quantity() : BigDecimal.ONE,
            single ? first.quantity() : null,
            first.plan(),
            subscription.at("status").is("trialing"),
            Discount.of(subscription, items)));
  }

  /** Where the current period ends; since 2025-03-31 the items say it. */
  static Optional<LocalDate> periodEnd(Part subscription) throws Unreadable {
    Optional<LocalDate> end = subscription.at("current_period_end").day();
    Part items = subscription.at("items").at("data");
    if (end.isPresent() || !items.node().isArray() || items.node().isEmpty()) {
      return end;
    }
    return items.each().getFirst().at("current_period_end").day();
  }

  private static List<SubscriptionItem> items(Part list) throws Unreadable {
    if (list.at("has_more").flag()) {
      throw list.at("has_more").fault("is true: not all items are in the event");
    }
    List<Part> parts = list.at("data").each();
    if (parts.isEmpty()) {
      throw list.at("data").fault("is empty");
    }
    List<SubscriptionItem> items = new ArrayList<>();
    for (Part part : parts) {
      Optional<SubscriptionItem> item = SubscriptionItem.read(part);
      if (item.isPresent()) {
        together(items, item.get());
        items.add(item.get());
      }
    }
    return items;
  }

  private static void together(List<SubscriptionItem> items, SubscriptionItem next)
      throws Unreadable {
    if (items.isEmpty()) {
      return;
    }
    SubscriptionItem first = items.getFirst();
    if (!first.asOftenAs(next)) {
      throw next.part().fault("is not paid as often as " + first.part().place());
    }
    if (!first.currency().equals(next.currency())) {
      throw next.part().fault("is not in the currency of " + first.part().place());
    }
  }

  private static BigDecimal total(List<SubscriptionItem> items) {
    return items.stream()
        .map(SubscriptionItem::total)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros();
  }
}
