package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An invoice: how it stands, each charge that failed, and the payment that made up for it. */
final class InvoiceHistory {
  private InvoiceHistory() {}

  /**
   * @param events of one invoice, oldest first
   */
  static List<Entry> entries(List<StripeEvent> events) {
    List<Entry> entries = new ArrayList<>();
    StripeEvent last = events.getLast();
    Optional<StripeEvent> paid = events.stream().filter(StripeEvent::paid).findFirst();
    Optional<StripeMoney> money = money(last.object());
    if (money.isEmpty()) {
      return List.of();
    }
    // Paid is final, even when an event from before the payment was made in the same second.
    entries.add(invoice(paid.orElse(last), money.get()));
    for (StripeEvent event : events) {
      if (failed(event)) {
        entries.add(fact(event, "charge_failed", event.id() + ":charge_failed", event.created()));
      }
    }
    paid.filter(payment -> madeUpForAFailure(payment, events))
        .ifPresent(
            payment ->
                entries.add(
                    fact(
                        payment,
                        "payment_recovered",
                        payment.objectId() + ":payment_recovered",
                        paidAt(payment))));
    return entries;
  }

  private static boolean failed(StripeEvent event) {
    return event.type().equals("invoice.payment_failed");
  }

  private static boolean madeUpForAFailure(StripeEvent payment, List<StripeEvent> events) {
    return payment.object().path("attempt_count").asInt(0) > 1
        || events.stream()
            .anyMatch(event -> failed(event) && !event.created().isAfter(payment.created()));
  }

  private static Entry invoice(StripeEvent event, StripeMoney money) {
    JsonNode invoice = event.object();
    LocalDate issued =
        StripeHistory.date(invoice.path("status_transitions").path("finalized_at"))
            .or(() -> StripeHistory.date(invoice.path("created")))
            .orElseGet(() -> StripeHistory.date(event.created()));
    // What is charged by itself is due when it is issued.
    LocalDate due = StripeHistory.date(invoice.path("due_date")).orElse(issued);
    String body =
        new JsonText()
            .text("invoiceId", event.objectId())
            .value("issuedOn", issued)
            .decimal("amount", money.amount())
            .text("currency", money.currency())
            .value("dueOn", due)
            .value("paidOn", event.paid() ? StripeHistory.date(paidAt(event)) : null)
            .text("status", event.paid() ? "paid" : unpaid(StripeEvent.text(invoice, "status")))
            .end();
    return entry(event, Kind.INVOICE, event.objectId(), event.created(), body);
  }

  private static String unpaid(@Nullable String status) {
    return status != null && (status.equals("void") || status.equals("uncollectible"))
        ? status
        : "open";
  }

  private static Instant paidAt(StripeEvent event) {
    return StripeHistory.instant(event.object().path("status_transitions").path("paid_at"))
        .orElse(event.created());
  }

  private static Entry fact(StripeEvent event, String type, String factId, Instant at) {
    Optional<StripeMoney> money = money(event.object());
    String body =
        new JsonText()
            .text("factId", factId)
            .text("type", type)
            .value("happenedAt", at)
            .decimal("value", money.map(StripeMoney::amount).orElse(null))
            .text("unit", money.map(StripeMoney::currency).orElse(null))
            .text("text", event.objectId())
            .end();
    return entry(event, Kind.FACT, factId, at, body);
  }

  private static Entry entry(StripeEvent event, Kind kind, String key, Instant at, String body) {
    return new Entry(
        kind,
        key,
        StripeHistory.accounts(event.object()),
        null,
        at,
        body,
        Knowledge.observed(event.receivedAt()),
        event.sourceId().toString(),
        0);
  }

  private static Optional<StripeMoney> money(JsonNode invoice) {
    JsonNode amount = invoice.path("amount_due");
    return StripeMoney.of(
        amount.isNumber() ? amount : invoice.path("total"), StripeEvent.text(invoice, "currency"));
  }
}
