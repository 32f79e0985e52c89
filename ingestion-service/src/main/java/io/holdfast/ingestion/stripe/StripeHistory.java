package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.archive.Held;
import io.holdfast.ingestion.archive.SetAside;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.entry.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All events known of one invoice or subscription, folded in the order Stripe made them into what
 * is true. Delivery is unordered and repeated; folding everything anew makes neither matter. An
 * event that cannot be read changes nothing and is set aside.
 *
 * @param thing the place in quarantine of what cannot be read
 * @param unread what stands there, empty when everything was read
 */
record StripeHistory(List<Entry> entries, Entry thing, Optional<SetAside> unread) {

  /** What events say, one after the other. */
  interface Telling {
    /** Changes nothing when the event cannot be read. */
    void tell(StripeEvent event) throws Unreadable;

    List<Entry> entries();
  }

  private record Unread(StripeEvent event, Reason reason, String why) {}

  /**
   * @param events of one invoice or subscription, at least one
   * @param latest the latest time at which something can have happened already
   */
  static StripeHistory of(List<StripeEvent> events, Instant latest) {
    List<StripeEvent> ordered =
        events.stream()
            .sorted(Comparator.comparing(StripeEvent::created).thenComparing(StripeEvent::id))
            .toList();
    Telling telling =
        ordered.getFirst().invoice() ? new InvoiceHistory(latest) : new SubscriptionHistory(latest);
    List<Unread> unread = new ArrayList<>();
    for (StripeEvent event : ordered) {
      if (event.created().isAfter(latest)) {
        String why = "created is " + event.created() + ", which has not come yet";
        unread.add(new Unread(event, Reason.FUTURE_TIMESTAMP, why));
        continue;
      }
      try {
        telling.tell(event);
      } catch (Unreadable fault) {
        unread.add(new Unread(event, Reason.UNREADABLE_OBJECT, fault.why()));
      }
    }
    if (unread.isEmpty()) {
      return new StripeHistory(telling.entries(), asItCame(ordered.getLast()), Optional.empty());
    }
    SetAside aside = setAside(unread);
    return new StripeHistory(telling.entries(), aside.asItCame(), Optional.of(aside));
  }

  static LocalDate day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** One row for a thing, however many of its events cannot be read: the last of them. */
  private static SetAside setAside(List<Unread> unread) {
    Unread last = unread.getLast();
    String more = unread.size() == 1 ? "" : " (and " + (unread.size() - 1) + " events before)";
    String detail =
        "%s %s: %s%s".formatted(last.event().type(), last.event().id(), last.why(), more);
    return new SetAside(
        asItCame(last.event()), last.reason(), Held.Form.STRIPE_EVENT, PlainText.of(detail, 1_000));
  }

  private static Entry asItCame(StripeEvent event) {
    return new Entry(
        event.invoice() ? Kind.INVOICE : Kind.SUBSCRIPTION,
        "stripe:" + event.objectId(),
        List.of(),
        null,
        event.created(),
        event.json(),
        Knowledge.observed(event.receivedAt()),
        event.sourceId().toString(),
        0);
  }
}
