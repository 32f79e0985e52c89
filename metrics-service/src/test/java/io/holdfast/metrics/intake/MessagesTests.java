package io.holdfast.metrics.intake;

import static io.holdfast.metrics.HistoryFixture.EUR;
import static io.holdfast.metrics.HistoryFixture.USD;
import static io.holdfast.metrics.HistoryFixture.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.metrics.billing.Invoice;
import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.contract.Outcome;
import io.holdfast.metrics.contract.Phase;
import io.holdfast.metrics.knowledge.Recorded;
import io.holdfast.metrics.money.ExchangeRate;
import io.holdfast.metrics.policy.Interval;
import io.holdfast.tenancy.TenantId;
import io.holdfast.testing.Contracts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reads what ingestion says it publishes. */
class MessagesTests {

  private static final AccountId ACME = new AccountId("acme");

  @Test
  void readsAPhase() {
    Recorded<Phase> recorded = batch("subscription-phase-recorded").phases().getFirst();

    Phase phase = recorded.fact();
    assertThat(phase.account()).isEqualTo(ACME);
    assertThat(phase.startsOn()).isEqualTo(day("2025-01-01"));
    assertThat(phase.endsOn()).isNull();
    assertThat(phase.price().amount()).isEqualByComparingTo("12000");
    assertThat(phase.price().interval()).isEqualTo(Interval.YEAR);
    assertThat(phase.price().currency()).isEqualTo(USD);
    assertThat(phase.renewal().on()).isEqualTo(day("2026-01-01"));
    assertThat(phase.renewal().isAutomatic()).isTrue();
    assertThat(phase.discount().percent()).isZero();
    assertThat(recorded.knowledge().recordedAt()).isNull();
    assertThat(recorded.knowledge().receivedAt())
        .isEqualTo(Instant.parse("2026-03-02T09:15:30.250Z"));
  }

  @Test
  void readsAnInvoice() {
    Invoice invoice = batch("invoice-recorded").invoices().getFirst().fact();

    assertThat(invoice)
        .isEqualTo(
            new Invoice(
                "in-77",
                ACME,
                day("2026-02-01"),
                new BigDecimal("1249.5"),
                day("2026-03-03"),
                null,
                Invoice.Status.OPEN));
  }

  @Test
  void readsAnOutcome() {
    var told = batch("outcome-recorded").outcomes().getFirst();

    assertThat(told.account()).isEqualTo(ACME);
    assertThat(told.outcome().fact())
        .isEqualTo(new Outcome(Outcome.Kind.RENEWED, day("2026-01-01"), null));
  }

  @Test
  void readsAnExchangeRate() {
    assertThat(batch("exchange-rate-recorded").rates().getFirst().fact())
        .isEqualTo(new ExchangeRate(day("2026-03-02"), EUR, USD, new BigDecimal("1.0853")));
  }

  @Test
  void readsAnAccountsName() {
    assertThat(batch("account-recorded").accounts().getFirst().name()).isEqualTo("Acme Corp");
  }

  @Test
  void readsATenantsSettings() {
    var settings = message("tenant-changed").as(TenantChangedMessage.class).toDomain();

    assertThat(settings.currency()).isEqualTo(USD);
    assertThat(settings.zone().normalized()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void passesOverWhatTellsNothingAboutRevenue() {
    FactBatch batch = batch("ticket-recorded");

    assertThat(batch)
        .isEqualTo(new FactBatch(List.of(), List.of(), List.of(), List.of(), Set.of(), List.of()));
  }

  private static FactBatch batch(String event) {
    return FactBatch.of(List.of(message(event)));
  }

  private static ReceivedMessage message(String event) {
    String sample = Contracts.sample("ingestion/" + event + ".v1");
    return new ReceivedMessage(
        "m-1",
        "ingestion." + event + ".v1",
        new TenantId("demo"),
        "acme",
        Instant.parse("2026-03-02T09:15:30Z"),
        Map.of(),
        sample.getBytes(StandardCharsets.UTF_8));
  }
}
