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

/** An invoice: how it stands, each charge that failed, and the payment that made up for it. */
final class InvoiceHistory implements StripeHistory.Telling {
  private final Instant latest;
  private final List<Told> told = new ArrayList<>();

  InvoiceHistory(Instant latest) {
    this.latest = latest;
  }

  /**
   * @param charge the charge that failed, or the payment that may have made up for one
   */
  private record Told(StripeEvent event, Entry invoice, Optional<Entry> charge) {
    boolean paid() {
      return event.paid();
    }
  }

  @Override
  public void tell(StripeEvent event) throws Unreadable {
    told.add(new Told(event, invoice(event), charge(event)));
  }

  @Override
  public List<Entry> entries() {
    if (told.isEmpty()) {
      return List.of();
    }
    Optional<Told> payment = told.stream().filter(Told::paid).findFirst();
    List<Entry> entries = new ArrayList<>();
    // Paid is final, even when an event from before the payment was made in the same second.
    entries.add(payment.orElse(told.getLast()).invoice());
    told.stream().filter(one -> !one.paid()).forEach(one -> one.charge().ifPresent(entries::add));
    payment.filter(this::madeUpForAFailure).flatMap(Told::charge).ifPresent(entries::add);
    return entries;
  }

  private boolean madeUpForAFailure(Told payment) {
    StripeEvent paid = payment.event();
    return paid.object().path("attempt_count").asInt(0) > 1
        || told.stream()
            .map(Told::event)
            .anyMatch(event -> event.failed() && !event.created().isAfter(paid.created()));
  }

  private Entry invoice(StripeEvent event) throws Unreadable {
    Part invoice = event.part();
    LocalDate issued = issued(event);
    String id = id(event);
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("invoice_id", id);
    said.put("issued_on", issued);
    String currency = currency(invoice);
    said.put("amount", StripeMoney.of(amount(invoice), currency));
    said.put("currency", currency);
    // What is charged by itself is due when it is issued.
    said.put("due_on", invoice.at("due_date").day().orElse(issued));
    said.put("paid_on", event.paid() ? StripeHistory.day(paidAt(event)) : null);
    said.put("status", event.paid() ? "paid" : unpaid(invoice.at("status")));
    return event.entry(Kind.INVOICE, id, event.created(), said, latest);
  }

  private static LocalDate issued(StripeEvent event) throws Unreadable {
    Part invoice = event.part();
    Optional<LocalDate> finalized = invoice.at("status_transitions").at("finalized_at").day();
    if (finalized.isPresent()) {
      return finalized.get();
    }
    return invoice.at("created").day().orElse(StripeHistory.day(event.created()));
  }

  private static String unpaid(Part status) throws Unreadable {
    if (status.is("void") || status.is("uncollectible")) {
      return status.word().orElseThrow();
    }
    if (status.absent() || status.is("draft") || status.is("open") || status.is("paid")) {
      return "open";
    }
    throw status.fault("must be draft, open, paid, uncollectible or void");
  }

  private Optional<Entry> charge(StripeEvent event) throws Unreadable {
    if (event.failed()) {
      String key = event.id() + ":charge_failed";
      return Optional.of(fact(event, "charge_failed", key, event.created()));
    }
    return event.paid()
        ? Optional.of(
            fact(event, "payment_recovered", id(event) + ":payment_recovered", paidAt(event)))
        : Optional.empty();
  }

  private Entry fact(StripeEvent event, String type, String key, Instant at) throws Unreadable {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("fact_id", key);
    said.put("type", type);
    said.put("happened_at", at);
    String currency = currency(event.part());
    said.put("value", StripeMoney.of(amount(event.part()), currency));
    said.put("unit", currency);
    said.put("text", id(event));
    return event.entry(Kind.FACT, key, at, said, latest);
  }

  private static String id(StripeEvent event) throws Unreadable {
    return event.part().at("id").id(Kind.INVOICE, "invoice_id");
  }

  private static Instant paidAt(StripeEvent event) throws Unreadable {
    return event.part().at("status_transitions").at("paid_at").time().orElse(event.created());
  }

  private static String currency(Part invoice) throws Unreadable {
    return invoice.at("currency").read(Kind.INVOICE, "currency");
  }

  private static Part amount(Part invoice) {
    Part due = invoice.at("amount_due");
    return due.absent() && !invoice.at("total").absent() ? invoice.at("total") : due;
  }
}
