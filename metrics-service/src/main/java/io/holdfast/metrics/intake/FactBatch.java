package io.holdfast.metrics.intake;

import static java.util.stream.Collectors.toSet;

import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.metrics.billing.Invoice;
import io.holdfast.metrics.booking.Facts.AccountOutcome;
import io.holdfast.metrics.booking.NamedAccount;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.Outcome;
import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.knowledge.Recorded;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.money.ExchangeRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The messages of a batch that matter to revenue, by what they tell.
 *
 * @param decided the accounts that the outcomes are of by now
 */
record FactBatch(
    List<NamedAccount> accounts,
    List<Recorded<Phase>> phases,
    List<Recorded<Invoice>> invoices,
    List<AccountOutcome> outcomes,
    Set<AccountId> decided,
    List<Recorded<ExchangeRate>> rates) {

  private static final String TOLD_OF = "toldof";

  static FactBatch of(List<ReceivedMessage> messages) {
    FactBatch batch =
        new FactBatch(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new TreeSet<>(),
            new ArrayList<>());
    messages.forEach(batch::add);
    return batch;
  }

  /** Those that a rate was told of. */
  Set<CurrencyCode> currencies() {
    return rates.stream()
        .map(Recorded::fact)
        .flatMap(rate -> Stream.of(rate.base(), rate.quote()))
        .collect(toSet());
  }

  /** The account that a fact was told of, which may have turned out to be another since. */
  private static AccountId told(ReceivedMessage message, String account) {
    return new AccountId(message.extensions().getOrDefault(TOLD_OF, account));
  }

  private void add(ReceivedMessage message) {
    switch (message.type()) {
      case AccountRecordedMessage.TYPE ->
          accounts.add(message.as(AccountRecordedMessage.class).toDomain());
      case SubscriptionPhaseRecordedMessage.TYPE -> addPhase(message);
      case InvoiceRecordedMessage.TYPE -> addInvoice(message);
      case OutcomeRecordedMessage.TYPE -> addOutcome(message);
      case ExchangeRateRecordedMessage.TYPE -> addRate(message);
      default -> {} // tells nothing about revenue
    }
  }

  private void addPhase(ReceivedMessage message) {
    var phase = message.as(SubscriptionPhaseRecordedMessage.class);
    phases.add(
        new Recorded<>(phase.toDomain(told(message, phase.accountId())), phase.knowledge(message)));
  }

  private void addInvoice(ReceivedMessage message) {
    var invoice = message.as(InvoiceRecordedMessage.class);
    invoices.add(
        new Recorded<>(
            invoice.toDomain(told(message, invoice.accountId())), invoice.knowledge(message)));
  }

  private void addOutcome(ReceivedMessage message) {
    var outcome = message.as(OutcomeRecordedMessage.class);
    Recorded<Outcome> recorded = new Recorded<>(outcome.toDomain(), outcome.knowledge(message));
    outcomes.add(new AccountOutcome(told(message, outcome.accountId()), recorded));
    decided.add(new AccountId(outcome.accountId()));
  }

  private void addRate(ReceivedMessage message) {
    var rate = message.as(ExchangeRateRecordedMessage.class);
    rates.add(new Recorded<>(rate.toDomain(), rate.knowledge(message)));
  }
}
