package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A subscription as consecutive phases: a new one begins on the day its terms change. */
final class SubscriptionHistory implements StripeHistory.Telling {
  private final Instant latest;
  private final List<Phase> phases = new ArrayList<>();
  private boolean metered; // since the last phase ended, or from the start

  SubscriptionHistory(Instant latest) {
    this.latest = latest;
  }

  /** One phase: its terms from a day on, as last seen in an event. */
  private record Phase(
      LocalDate startsOn, SubscriptionTerms terms, StripeEvent seen, Entry entry) {}

  @Override
  public List<Entry> entries() {
    return phases.stream().map(Phase::entry).toList();
  }

  /**
   * Nothing is said of a subscription whose first payment is still to come, nor of one that is only
   * metered.
   */
  @Override
  public void tell(StripeEvent event) throws Unreadable {
    if (status(event).equals("incomplete")) {
      return;
    }
    if (phases.isEmpty()) {
      begin(event);
    } else if (!ended(event)) {
      goOn(phases.getLast(), event);
    } else if (!metered) {
      Phase current = phases.getLast();
      replaceLast(phase(current.startsOn(), end(event), current.terms(), event));
    }
  }

  private void begin(StripeEvent event) throws Unreadable {
    Optional<SubscriptionTerms> terms = SubscriptionTerms.of(event.part());
    if (terms.isPresent()) {
      phases.add(phase(start(event), end(event), terms.get(), event));
    }
    metered = terms.isEmpty();
  }

  /** What was only metered before is licensed from today on. */
  private LocalDate start(StripeEvent event) throws Unreadable {
    Optional<LocalDate> start = event.part().at("start_date").day();
    if (start.isEmpty()) {
      start = event.part().at("created").day();
    }
    return metered ? today(event) : start.orElse(today(event));
  }

  private void goOn(Phase current, StripeEvent event) throws Unreadable {
    Optional<SubscriptionTerms> terms = SubscriptionTerms.of(event.part());
    LocalDate today = today(event);
    boolean changed = metered || terms.filter(current.terms()::equals).isEmpty();
    if (terms.isEmpty()) {
      if (!metered) {
        replaceLast(phase(current.startsOn(), today, current.terms(), current.seen()));
      }
    } else if (changed && today.isAfter(current.startsOn())) {
      Phase next = phase(today, end(event), terms.get(), event);
      if (!metered) {
        replaceLast(phase(current.startsOn(), today, current.terms(), current.seen()));
      }
      phases.add(next);
    } else {
      replaceLast(phase(current.startsOn(), end(event), terms.get(), event));
    }
    metered = terms.isEmpty();
  }

  private void replaceLast(Phase phase) {
    phases.set(phases.size() - 1, phase);
  }

  private static LocalDate today(StripeEvent event) {
    return StripeHistory.day(event.created());
  }

  private static boolean ended(StripeEvent event) {
    return event.type().equals("customer.subscription.deleted");
  }

  /** The first day no longer active, also when it is still to come. */
  private static @Nullable LocalDate end(StripeEvent event) throws Unreadable {
    Part subscription = event.part();
    if (ended(event) || status(event).equals("canceled")) {
      Optional<LocalDate> ended = subscription.at("ended_at").day();
      if (ended.isEmpty() && ended(event)) {
        ended = subscription.at("canceled_at").day();
      }
      return ended.orElse(today(event));
    }
    if (subscription.at("cancel_at_period_end").flag()) {
      return SubscriptionTerms.periodEnd(subscription).orElse(null);
    }
    return subscription.at("cancel_at").day().orElse(null);
  }

  private static String status(StripeEvent event) throws Unreadable {
    Part status = event.part().at("status");
    if (status.absent()) {
      return ended(event) ? "canceled" : "active";
    }
    String word = status.read(Kind.SUBSCRIPTION, "status");
    return word.equals("incomplete_expired") ? "void" : word;
  }

  /** As a line of a file would say it, and held to the same rules. */
  private Phase phase(
      LocalDate startsOn, @Nullable LocalDate endsOn, SubscriptionTerms terms, StripeEvent event)
      throws Unreadable {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    String id = event.part().at("id").id(Kind.SUBSCRIPTION, "subscription_id");
    said.put("subscription_id", id);
    said.put("starts_on", startsOn);
    said.put("ends_on", endsOn);
    said.put("amount", terms.amount());
    said.put("currency", terms.currency());
    said.put("interval", terms.interval());
    said.put("interval_count", terms.intervalCount());
    said.put("quantity", terms.quantity());
    said.put("plan", terms.plan());
    said.put("seats", terms.seats());
    said.put("status", phaseStatus(event, terms));
    said.put("auto_renew", !event.part().at("cancel_at_period_end").flag());
    said.put("renews_on", SubscriptionTerms.periodEnd(event.part()).orElse(null));
    terms
        .discount()
        .ifPresent(
            discount -> {
              said.put("discount_percent", discount.percent());
              said.put("discount_months", discount.months().orElse(null));
            });
    return new Phase(
        startsOn,
        terms,
        event,
        event.entry(Kind.SUBSCRIPTION, id + "|" + startsOn, event.created(), said, latest));
  }

  /** What is over or on trial stays what it was while it ran; the end says that it ended. */
  private static String phaseStatus(StripeEvent event, SubscriptionTerms terms) throws Unreadable {
    String status = status(event);
    if (status.equals("void")) {
      return status;
    }
    if (terms.trialing()) {
      return "trialing";
    }
    return status.equals("canceled") || status.equals("trialing") ? "active" : status;
  }
}
