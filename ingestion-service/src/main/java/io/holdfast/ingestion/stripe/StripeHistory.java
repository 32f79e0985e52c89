package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All events known of one invoice or subscription, folded in the order Stripe made them into what
 * is true. Delivery is unordered and repeated; folding everything anew makes neither matter.
 */
final class StripeHistory {
  private StripeHistory() {}

  /** The entries that follow from all events of one thing. */
  static List<Entry> entries(List<StripeEvent> events) {
    List<StripeEvent> ordered =
        events.stream()
            .filter(StripeEvent::handled)
            .sorted(Comparator.comparing(StripeEvent::created).thenComparing(StripeEvent::id))
            .toList();
    if (ordered.isEmpty()) {
      return List.of();
    }
    return ordered.getFirst().invoice()
        ? InvoiceHistory.entries(ordered)
        : SubscriptionHistory.entries(ordered);
  }

  /** The account that carries the customer's id, else the one named in the metadata. */
  static List<Reference> accounts(JsonNode object) {
    List<Reference> accounts = new ArrayList<>();
    String customer = StripeEvent.text(object, "customer");
    if (customer != null) {
      accounts.add(Reference.external("stripe", customer));
    }
    String named = StripeEvent.text(object.path("metadata"), "account_id");
    if (named == null) {
      // Since 2025-03-31 an invoice copies its subscription's metadata here.
      named =
          StripeEvent.text(
              object.path("parent").path("subscription_details").path("metadata"), "account_id");
    }
    if (named == null) {
      named = StripeEvent.text(object.path("subscription_details").path("metadata"), "account_id");
    }
    if (named != null) {
      accounts.add(Reference.account(named));
    }
    return accounts.isEmpty() ? List.of(Reference.external("stripe", "unnamed")) : accounts;
  }

  static Optional<LocalDate> date(JsonNode seconds) {
    return instant(seconds).map(StripeHistory::date);
  }

  static LocalDate date(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  static Optional<Instant> instant(JsonNode seconds) {
    return seconds.isIntegralNumber() && seconds.asLong() > 0 && seconds.asLong() < 253_402_300_799L
        ? Optional.of(Instant.ofEpochSecond(seconds.asLong()))
        : Optional.empty();
  }

  static @Nullable String orNull(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse(null);
  }
}
