package io.holdfast.scoring.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.scoring.adoption.Modules;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.SamePerson;
import io.holdfast.tenancy.TenantId;
import io.holdfast.testing.Contracts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the other services publish is what scoring reads. */
class MessageContractTests {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T09:15:30.250Z");

  @Test
  void readsUsage() {
    UsageRecordedMessage usage = read(UsageRecordedMessage.TYPE, UsageRecordedMessage.class);

    assertThat(usage.toDomain().account()).isEqualTo("acme");
    assertThat(usage.toDomain().use().person()).isEqualTo("u-17");
    assertThat(usage.toDomain().use().knownAt()).isEqualTo(RECEIVED);
  }

  @Test
  void countsUseByTheNameItCameWith() {
    byte[] body =
        Contracts.sample("ingestion/usage-recorded.v1")
            .replace("\"userId\"", "\"visitorId\": \"visitor-9\", \"userId\"")
            .getBytes(StandardCharsets.UTF_8);

    UsageRecordedMessage usage =
        new ReceivedMessage("m", "type", new TenantId("demo"), "acme", RECEIVED, Map.of(), body)
            .as(UsageRecordedMessage.class);

    assertThat(usage.toDomain().use().person()).isEqualTo("visitor-9");
  }

  @Test
  void readsWhoIsToBeForgotten() {
    ContactErasedMessage erased = read(ContactErasedMessage.TYPE, ContactErasedMessage.class);

    assertThat(erased.contactIds()).containsExactly("u-17", "visitor-9");
    assertThat(erased.opaqueId()).startsWith("erased-");
    assertThat(erased.facts()).containsExactly("pulse-3");
  }

  @Test
  void readsWhoIsOnePerson() {
    assertThat(read(UserMergedMessage.TYPE, UserMergedMessage.class).toDomain())
        .isEqualTo(
            new SamePerson("visitor-9", "u-17", Instant.parse("2026-03-02T09:15:29Z"), RECEIVED));
  }

  @Test
  void readsTickets() {
    assertThat(read(TicketRecordedMessage.TYPE, TicketRecordedMessage.class).toDomain())
        .isEqualTo(new Fact.Ticket(Instant.parse("2026-02-27T11:00:00Z"), null, "high"));
  }

  @Test
  void readsInvoices() {
    assertThat(read(InvoiceRecordedMessage.TYPE, InvoiceRecordedMessage.class).toDomain())
        .isEqualTo(
            new Fact.Invoice(
                LocalDate.parse("2026-02-01"), LocalDate.parse("2026-03-03"), null, null));
  }

  @Test
  void readsSubscriptionPhasesKnownWhenTheyHappened() {
    SubscriptionPhaseRecordedMessage phase =
        read(SubscriptionPhaseRecordedMessage.TYPE, SubscriptionPhaseRecordedMessage.class);

    assertThat(phase.toDomain())
        .isEqualTo(new Fact.Phase("sub-1", LocalDate.parse("2025-01-01"), null, 50, true, false));
    assertThat(phase.knowledge()).isEqualTo(Knowledge.asItHappened(RECEIVED));
  }

  @Test
  void readsMeetingsAndAnswers() {
    assertThat(read(MeetingHeldMessage.TYPE, MeetingHeldMessage.class).toDomain())
        .isEqualTo(new Fact.Meeting(Instant.parse("2026-01-15T14:00:00Z"), "business_review", 4));
    assertThat(read(SurveyAnsweredMessage.TYPE, SurveyAnsweredMessage.class).toDomain())
        .isEqualTo(
            new Fact.SurveyAnswer(
                Instant.parse("2026-02-20T08:00:00Z"), "nps", new BigDecimal("9"), "u-17"));
  }

  @Test
  void readsContacts() {
    ContactRecordedMessage contact =
        read(ContactRecordedMessage.TYPE, ContactRecordedMessage.class);

    assertThat(contact.key()).isEqualTo("u-17");
    assertThat(contact.toDomain())
        .isEqualTo(new Fact.Contact(RECEIVED, "champion", "Supply chain", null, null));
  }

  @Test
  void readsFailedChargesAndOutcomes() {
    assertThat(read(FactRecordedMessage.TYPE, FactRecordedMessage.class).toDomain())
        .isEqualTo(new Fact.Charge(Instant.parse("2026-03-02T09:15:00Z"), "in-77", true));
    assertThat(read(OutcomeRecordedMessage.TYPE, OutcomeRecordedMessage.class).toDomain())
        .isEqualTo(new Fact.Outcome(LocalDate.parse("2026-01-01"), false));
  }

  @Test
  void readsAccounts() {
    AccountRecordedMessage account =
        read(AccountRecordedMessage.TYPE, AccountRecordedMessage.class);

    assertThat(account.toDomain().ownerEmail()).isEqualTo("ana.rivera@larkfield.example");
    assertThat(account.toDomain().externalIds()).containsEntry("stripe", "cus_1");
    assertThat(account.arrival("m").fact().fact())
        .isEqualTo(new Fact.Arrival(Instant.parse("2024-05-01T00:00:00Z")));
  }

  @Test
  void readsSettings() {
    TenantChangedMessage tenant = read(TenantChangedMessage.TYPE, TenantChangedMessage.class);
    TrackingPlanChangedMessage plan =
        read(TrackingPlanChangedMessage.TYPE, TrackingPlanChangedMessage.class);

    assertThat(tenant.toDomain().holidays()).isEqualTo(Set.of(LocalDate.parse("2026-12-25")));
    assertThat(plan.coreFeatures()).isEqualTo(List.of("Report Exported"));
    assertThat(plan.modules())
        .isEqualTo(new Modules(Map.of("analytics", Set.of("Report Exported"))));
  }

  @Test
  void readsRevenue() {
    assertThat(read(AccountMrrChangedMessage.TYPE, AccountMrrChangedMessage.class).toDomain().mrr())
        .isEqualByComparingTo("4333.33333333");
  }

  private static <T> T read(String type, Class<T> message) {
    String sample = Contracts.sample(type.replaceFirst("\\.", "/"));
    return new ReceivedMessage(
            "m",
            type,
            new TenantId("demo"),
            "acme",
            RECEIVED,
            Map.of(),
            sample.getBytes(StandardCharsets.UTF_8))
        .as(message);
  }
}
