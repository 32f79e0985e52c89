package io.holdfast.metrics.persistence;

import io.holdfast.metrics.billing.Invoice;
import io.holdfast.metrics.booking.Facts.AccountOutcome;
import io.holdfast.metrics.contract.Discount;
import io.holdfast.metrics.contract.Outcome;
import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.contract.Price;
import io.holdfast.metrics.contract.Renewal;
import io.holdfast.metrics.contract.SubscriptionId;
import io.holdfast.metrics.knowledge.Knowledge;
import io.holdfast.metrics.knowledge.Recorded;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.money.ExchangeRate;
import io.holdfast.metrics.policy.Interval;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Facts as they are written and read. */
final class FactRows {

  private FactRows() {}

  record PhaseRow(
      String subscriptionId,
      LocalDate startsOn,
      String factId,
      String accountId,
      @Nullable LocalDate endsOn,
      BigDecimal amount,
      String currency,
      String billingInterval,
      int intervalCount,
      BigDecimal quantity,
      @Nullable String plan,
      @Nullable Integer seats,
      String status,
      @Nullable Boolean autoRenew,
      @Nullable LocalDate renewsOn,
      @Nullable Integer noticeDays,
      BigDecimal discountPercent,
      @Nullable Integer discountMonths,
      Instant receivedAt,
      @Nullable Instant recordedAt) {

    static PhaseRow of(Recorded<Phase> recorded) {
      Phase phase = recorded.fact();
      Knowledge knowledge = recorded.knowledge();
      Price price = phase.price();
      Renewal renewal = phase.renewal();
      return new PhaseRow(
          phase.subscription().value(),
          phase.startsOn(),
          knowledge.factId(),
          phase.account().value(),
          phase.endsOn(),
          price.amount(),
          price.currency().value(),
          price.interval().name(),
          price.intervalCount(),
          price.quantity(),
          phase.plan(),
          phase.seats(),
          phase.status(),
          renewal.automatic(),
          renewal.on(),
          renewal.noticeDays(),
          phase.discount().percent(),
          phase.discount().months(),
          knowledge.receivedAt(),
          knowledge.recordedAt());
    }
  }

  record InvoiceRow(
      String invoiceId,
      String factId,
      String accountId,
      LocalDate issuedOn,
      BigDecimal amount,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate paidOn,
      String status,
      Instant receivedAt,
      @Nullable Instant recordedAt) {

    static InvoiceRow of(Recorded<Invoice> recorded) {
      Invoice invoice = recorded.fact();
      Knowledge knowledge = recorded.knowledge();
      return new InvoiceRow(
          invoice.id(),
          knowledge.factId(),
          invoice.account().value(),
          invoice.issuedOn(),
          invoice.amount(),
          invoice.dueOn(),
          invoice.paidOn(),
          invoice.status().name(),
          knowledge.receivedAt(),
          knowledge.recordedAt());
    }
  }

  record OutcomeRow(
      String accountId,
      String factId,
      String kind,
      LocalDate happenedOn,
      @Nullable String reason,
      Instant receivedAt,
      @Nullable Instant recordedAt) {

    static OutcomeRow of(AccountOutcome told) {
      Outcome outcome = told.outcome().fact();
      Knowledge knowledge = told.outcome().knowledge();
      return new OutcomeRow(
          told.account().value(),
          knowledge.factId(),
          outcome.kind().name(),
          outcome.happenedOn(),
          outcome.reason(),
          knowledge.receivedAt(),
          knowledge.recordedAt());
    }
  }

  record RateRow(
      String base,
      String quote,
      LocalDate day,
      String factId,
      BigDecimal rate,
      Instant receivedAt,
      @Nullable Instant recordedAt) {

    static RateRow of(Recorded<ExchangeRate> recorded) {
      ExchangeRate rate = recorded.fact();
      Knowledge knowledge = recorded.knowledge();
      return new RateRow(
          rate.base().value(),
          rate.quote().value(),
          rate.date(),
          knowledge.factId(),
          rate.rate(),
          knowledge.receivedAt(),
          knowledge.recordedAt());
    }
  }

  static Recorded<Phase> phase(Readable row) {
    Columns of = new Columns(row);
    Instant receivedAt = of.instant("received_at");
    Phase phase =
        new Phase(
            new SubscriptionId(of.text("subscription_id")),
            of.account(),
            of.day("starts_on"),
            of.optional("ends_on", LocalDate.class),
            new Price(
                of.number("amount"),
                new CurrencyCode(of.text("currency")),
                Interval.valueOf(of.text("billing_interval")),
                of.required("interval_count", Integer.class),
                of.number("quantity")),
            new Discount(
                of.number("discount_percent"), of.optional("discount_months", Integer.class)),
            new Renewal(
                of.optional("renews_on", LocalDate.class),
                of.optional("auto_renew", Boolean.class),
                of.optional("notice_days", Integer.class)),
            of.text("status"),
            LocalDate.ofInstant(receivedAt, ZoneOffset.UTC),
            of.optional("plan", String.class),
            of.optional("seats", Integer.class));
    return new Recorded<>(phase, knowledge(of));
  }

  static Recorded<Invoice> invoice(Readable row) {
    Columns of = new Columns(row);
    Invoice invoice =
        new Invoice(
            of.text("invoice_id"),
            of.account(),
            of.day("issued_on"),
            of.number("amount"),
            of.optional("due_on", LocalDate.class),
            of.optional("paid_on", LocalDate.class),
            Invoice.Status.valueOf(of.text("status")));
    return new Recorded<>(invoice, knowledge(of));
  }

  static AccountOutcome outcome(Readable row) {
    Columns of = new Columns(row);
    Outcome outcome =
        new Outcome(
            Outcome.Kind.valueOf(of.text("kind")),
            of.day("happened_on"),
            of.optional("reason", String.class));
    return new AccountOutcome(of.account(), new Recorded<>(outcome, knowledge(of)));
  }

  static Recorded<ExchangeRate> rate(Readable row) {
    Columns of = new Columns(row);
    ExchangeRate rate =
        new ExchangeRate(
            of.day("day"),
            new CurrencyCode(of.text("base")),
            new CurrencyCode(of.text("quote")),
            of.number("rate"));
    return new Recorded<>(rate, knowledge(of));
  }

  private static Knowledge knowledge(Columns of) {
    return new Knowledge(
        of.text("fact_id"), of.instant("received_at"), of.optional("recorded_at", Instant.class));
  }
}
