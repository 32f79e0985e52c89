package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A subscription as consecutive phases: a new one begins on the day its terms change. */
final class SubscriptionHistory {
  private SubscriptionHistory() {}

  /** One phase: its terms from a day on, as last seen in an event. */
  private record Phase(
      LocalDate startsOn, @Nullable LocalDate endsOn, SubscriptionTerms terms, StripeEvent seen) {

    Phase until(LocalDate day) {
      return new Phase(startsOn, day, terms, seen);
    }
  }

  /**
   * @param events of one subscription, oldest first
   */
  static List<Entry> entries(List<StripeEvent> events) {
    Deque<Phase> phases = new ArrayDeque<>();
    for (StripeEvent event : events) {
      follow(phases, event);
    }
    List<Entry> entries = new ArrayList<>();
    phases.forEach(phase -> entries.add(entry(phase)));
    return entries;
  }

  private static void follow(Deque<Phase> phases, StripeEvent event) {
    JsonNode subscription = event.object();
    Optional<SubscriptionTerms> terms = SubscriptionTerms.of(subscription);
    String status = status(event);
    if (terms.isEmpty() || status.equals("incomplete")) {
      return; // nothing was ever paid for
    }
    Phase current = phases.peekLast();
    LocalDate today = StripeHistory.date(event.created());
    if (current == null) {
      LocalDate start =
          StripeHistory.date(subscription.path("start_date"))
              .or(() -> StripeHistory.date(subscription.path("created")))
              .orElse(today);
      phases.addLast(new Phase(start, end(event), terms.get(), event));
    } else if (current.terms().equals(terms.get())
        || !today.isAfter(current.startsOn())
        || ended(event)) {
      phases.removeLast();
      SubscriptionTerms kept = ended(event) ? current.terms() : terms.get();
      phases.addLast(new Phase(current.startsOn(), end(event), kept, event));
    } else {
      phases.removeLast();
      phases.addLast(current.until(today));
      phases.addLast(new Phase(today, end(event), terms.get(), event));
    }
  }

  private static boolean ended(StripeEvent event) {
    return event.type().equals("customer.subscription.deleted");
  }

  /** The first day no longer active, also when it is still to come. */
  private static @Nullable LocalDate end(StripeEvent event) {
    JsonNode subscription = event.object();
    Optional<LocalDate> ended = StripeHistory.date(subscription.path("ended_at"));
    if (ended(event)) {
      return ended
          .or(() -> StripeHistory.date(subscription.path("canceled_at")))
          .orElseGet(() -> StripeHistory.date(event.created()));
    }
    if (status(event).equals("canceled")) {
      return ended.orElseGet(() -> StripeHistory.date(event.created()));
    }
    if (subscription.path("cancel_at_period_end").asBoolean(false)) {
      return SubscriptionTerms.periodEnd(subscription).orElse(null);
    }
    return StripeHistory.date(subscription.path("cancel_at")).orElse(null);
  }

  private static String status(StripeEvent event) {
    String status = StripeEvent.text(event.object(), "status");
    if (status == null) {
      return ended(event) ? "canceled" : "active";
    }
    return status.equals("incomplete_expired") ? "void" : status;
  }

  private static Entry entry(Phase phase) {
    StripeEvent event = phase.seen();
    SubscriptionTerms terms = phase.terms();
    String body =
        new JsonText()
            .text("subscriptionId", event.objectId())
            .value("startsOn", phase.startsOn())
            .value("endsOn", phase.endsOn())
            .decimal("amount", terms.amount())
            .text("currency", terms.currency())
            .text("interval", terms.interval())
            .number("intervalCount", terms.intervalCount())
            .decimal("quantity", terms.quantity())
            .text("plan", terms.plan())
            .number("seats", seats(terms.quantity()))
            .text("status", phaseStatus(phase))
            .flag("autoRenew", !event.object().path("cancel_at_period_end").asBoolean(false))
            .text("renewsOn", StripeHistory.orNull(SubscriptionTerms.periodEnd(event.object())))
            .decimal("discountPercent", terms.discountPercent())
            .number("discountMonths", terms.discountMonths())
            .end();
    return new Entry(
        Kind.SUBSCRIPTION,
        event.objectId() + "|" + phase.startsOn(),
        StripeHistory.accounts(event.object()),
        null,
        event.created(),
        body,
        Knowledge.observed(event.receivedAt()),
        event.sourceId().toString(),
        0);
  }

  /** What is over or on trial stays what it was while it ran; the end says that it ended. */
  private static String phaseStatus(Phase phase) {
    String status = status(phase.seen());
    if (status.equals("void")) {
      return status;
    }
    if (phase.terms().trialing()) {
      return "trialing";
    }
    return status.equals("canceled") || status.equals("trialing") ? "active" : status;
  }

  private static @Nullable Long seats(BigDecimal quantity) {
    return quantity.stripTrailingZeros().scale() <= 0 ? Long.valueOf(quantity.longValue()) : null;
  }
}
