package io.holdfast.ingestion.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.ExternalId;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Reason;
import io.holdfast.ingestion.entry.Reference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class StripeHistoryTests {
  private static final UUID SOURCE = UUID.randomUUID();
  private static final Instant RECEIVED = Instant.parse("2026-04-01T12:00:00Z");
  private static final long DAY = 86_400;
  private static final long JAN_1 = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

  @Test
  void aChangeOfPriceEndsOnePhaseAndBeginsTheNext() {
    List<Entry> phases =
        entries(
            List.of(
                subscription("created", JAN_1, 1000, "active", false),
                subscription("updated", JAN_1 + 31 * DAY, 1500, "active", true)));
    assertThat(phases)
        .extracting(Entry::key)
        .containsExactly("sub_1|2026-01-01", "sub_1|2026-02-01");
    assertThat(phases.getFirst().body()).contains("\"amount\":\"10\"", "\"endsOn\":\"2026-02-01\"");
    assertThat(phases.getLast().body()).contains("\"amount\":\"15\"").doesNotContain("endsOn");
  }

  @Test
  void theEndOfASubscriptionEndsItsLastPhase() {
    List<Entry> phases =
        entries(
            List.of(
                subscription("created", JAN_1, 1000, "active", false),
                subscription("deleted", JAN_1 + 40 * DAY, 1000, "canceled", false)));
    assertThat(phases).hasSize(1);
    assertThat(phases.getFirst().body())
        .contains("\"endsOn\":\"2026-02-10\"", "\"status\":\"active\"");
  }

  @Test
  void theOrderOfDeliveryDoesNotMatter() {
    List<StripeEvent> events =
        List.of(
            subscription("created", JAN_1, 1000, "trialing", false),
            subscription("updated", JAN_1 + 14 * DAY, 1000, "active", true),
            subscription("updated", JAN_1 + 31 * DAY, 1500, "active", false),
            subscription("deleted", JAN_1 + 60 * DAY, 1500, "canceled", true));
    List<String> expected = bodies(events);
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      List<StripeEvent> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, random);
      assertThat(bodies(shuffled)).isEqualTo(expected);
    }
    assertThat(expected).hasSize(3);
  }

  @Test
  void anInvoicePaidAfterAFailureIsARecoveryOnceForBothEventsOfThePayment() {
    List<Entry> entries =
        entries(
            List.of(
                invoice("evt_1", "invoice.payment_failed", JAN_1),
                invoice("evt_2", "invoice.paid", JAN_1 + DAY),
                invoice("evt_3", "invoice.payment_succeeded", JAN_1 + DAY)));
    assertThat(entries).extracting(Entry::kind).containsExactly(Kind.INVOICE, Kind.FACT, Kind.FACT);
    assertThat(entries.getFirst().body())
        .contains("\"status\":\"paid\"", "\"paidOn\":\"2026-01-02\"", "\"amount\":\"20\"");
    assertThat(entries.getLast().body()).contains("payment_recovered");
  }

  @Test
  void anInvoiceThatIsTakenBackIsOwedNoLonger() {
    List<Entry> entries =
        entries(
            List.of(
                invoice("evt_1", "invoice.payment_failed", JAN_1),
                invoice("evt_2", "invoice.voided", JAN_1 + DAY, "void")));
    assertThat(entries).extracting(Entry::kind).containsExactly(Kind.INVOICE, Kind.FACT);
    assertThat(entries.getFirst().body()).contains("\"status\":\"void\"").doesNotContain("paidOn");
  }

  @Test
  void anAccountIsNamedByTheCustomerElseByTheMetadata() {
    Entry entry = entries(List.of(invoice("evt_1", "invoice.payment_failed", JAN_1))).getFirst();
    assertThat(entry.accounts())
        .containsExactly(Reference.external("stripe", "cus_1"), Reference.account("acme"));
  }

  @Test
  void amountsWithoutDecimalsAreNotDivided() {
    StripeEvent yen =
        event(
            "evt_1",
            "invoice.paid",
            JAN_1,
            "{\"id\":\"in_1\",\"amount_due\":2000,\"currency\":\"jpy\",\"customer\":{\"id\":\"cus_1\"}}");
    assertThat(entries(List.of(yen)).getFirst().body())
        .contains("\"amount\":\"2000\"", "\"currency\":\"JPY\"");
  }

  @Test
  void realFixturesAreUnderstood() throws IOException {
    Path fixtures = Path.of("../../shared/data/stripe/webhook_fixtures");
    Assumptions.assumeTrue(
        Files.isDirectory(fixtures), "SKIPPED: no " + fixtures.toAbsolutePath() + " here");
    try (var files = Files.list(fixtures)) {
      for (Path file : files.toList()) {
        StripeEvent event =
            StripeEvent.read(SOURCE, Files.readAllBytes(file), RECEIVED).orElseThrow();
        if (event.handled()) {
          StripeHistory history = StripeHistory.of(List.of(event), RECEIVED);
          // Of the two currencies in this one no price can be made.
          boolean mixed = event.type().equals("customer.subscription.trial_will_end");
          assertThat(history.unread().isPresent()).as(event.type()).isEqualTo(mixed);
          assertThat(history.entries().isEmpty()).as(event.type()).isEqualTo(mixed);
        }
      }
    }
  }

  @Test
  void anEventThatCannotBeReadChangesNothingAndIsSetAside() {
    StripeHistory history =
        StripeHistory.of(
            List.of(
                subscription("created", JAN_1, 1000, "active", false),
                subscription("updated", JAN_1 + 10 * DAY, -5, "active", false),
                subscription("updated", JAN_1 + 31 * DAY, 1500, "active", false)),
            RECEIVED);
    assertThat(history.entries())
        .extracting(Entry::key)
        .containsExactly("sub_1|2026-01-01", "sub_1|2026-02-01");
    assertThat(history.unread().orElseThrow().detail())
        .contains("evt_" + (JAN_1 + 10 * DAY), "unit_amount is -5");
  }

  @Test
  void anEndIsTakenInAlsoWhereThePriceCannotBeRead() {
    StripeHistory history =
        StripeHistory.of(
            List.of(
                subscription("created", JAN_1, 1000, "active", false),
                subscription("deleted", JAN_1 + 40 * DAY, -5, "canceled", false)),
            RECEIVED);
    assertThat(history.unread()).isEmpty();
    assertThat(history.entries().getFirst().body()).contains("\"endsOn\":\"2026-02-10\"");
  }

  @Test
  void whatIsOnlyMeteredFromADayOnEndsThereAndBeginsAgainWhenItIsLicensed() {
    List<Entry> phases =
        entries(
            List.of(
                subscription("created", JAN_1, 1000, "active", false),
                metered(JAN_1 + 10 * DAY),
                metered(JAN_1 + 20 * DAY),
                subscription("updated", JAN_1 + 31 * DAY, 1000, "active", false)));
    assertThat(phases)
        .extracting(Entry::key)
        .containsExactly("sub_1|2026-01-01", "sub_1|2026-02-01");
    assertThat(phases.getFirst().body()).contains("\"endsOn\":\"2026-01-11\"");
  }

  @Test
  void theEndOfWhatIsOnlyMeteredMovesNoEarlierEnd() {
    List<Entry> phases =
        entries(
            List.of(
                subscription("created", JAN_1, 1000, "active", false),
                metered(JAN_1 + 10 * DAY),
                subscription("deleted", JAN_1 + 40 * DAY, 1000, "canceled", false)));
    assertThat(phases).hasSize(1);
    assertThat(phases.getFirst().body()).contains("\"endsOn\":\"2026-01-11\"");
  }

  @Test
  void anEventFromTheFutureWaitsForItsTime() {
    StripeHistory history =
        StripeHistory.of(
            List.of(invoice("evt_1", "invoice.paid", RECEIVED.getEpochSecond() + DAY)), RECEIVED);
    assertThat(history.entries()).isEmpty();
    assertThat(history.unread().orElseThrow().reason()).isEqualTo(Reason.FUTURE_TIMESTAMP);
  }

  @Test
  void whatNamesNoCustomerWaitsForOneThatNoAccountCanCarry() {
    StripeEvent nobody =
        event(
            "evt_1",
            "invoice.paid",
            JAN_1,
            "{\"id\":\"in_1\",\"amount_due\":2000,\"currency\":\"usd\",\"customer\":null}");
    Reference awaited = entries(List.of(nobody)).getFirst().accounts().getFirst();
    assertThat(awaited).isEqualTo(Reference.external("stripe", ""));
    assertThat(ExternalId.read("stripe", "")).isEmpty();
  }

  private static StripeEvent metered(long created) {
    return event(
        "evt_" + created,
        "customer.subscription.updated",
        created,
        """
        {"id":"sub_1","customer":"cus_1","status":"active","items":{"data":[{"price":{"id":"price_2",
          "currency":"usd","unit_amount":1,"recurring":{"interval":"month","usage_type":"metered"}}}]}}
        """);
  }

  private static List<Entry> entries(List<StripeEvent> events) {
    StripeHistory history = StripeHistory.of(events, RECEIVED);
    assertThat(history.unread()).isEmpty();
    return history.entries();
  }

  private static List<String> bodies(List<StripeEvent> events) {
    return entries(events).stream().map(Entry::body).toList();
  }

  private static StripeEvent invoice(String id, String type, long created) {
    return invoice(id, type, created, "open");
  }

  private static StripeEvent invoice(String id, String type, long created, String status) {
    return event(
        id,
        type,
        created,
        """
        {"id":"in_1","object":"invoice","amount_due":2000,"currency":"usd","customer":"cus_1","created":%d,"status":"%s",
         "parent":{"subscription_details":{"subscription":"sub_1","metadata":{"account_id":"acme"}}}}
        """
            .formatted(JAN_1, status));
  }

  /** Before 2025-03-31 the period stands on the subscription, since then on its items. */
  private static StripeEvent subscription(
      String what, long created, int amount, String status, boolean basil) {
    String period = "\"current_period_end\":" + (created + 30 * DAY);
    return event(
        "evt_" + created,
        "customer.subscription." + what,
        created,
        """
        {"id":"sub_1","object":"subscription","customer":"cus_1","status":"%s","start_date":%d,%s
         "ended_at":%s,
         "items":{"data":[{"quantity":1,%s "price":{"id":"price_1","currency":"usd","unit_amount":%d,
           "recurring":{"interval":"month","interval_count":1,"usage_type":"licensed"}}}]}}
        """
            .formatted(
                status,
                JAN_1,
                basil ? "" : period + ",",
                what.equals("deleted") ? created : "null",
                basil ? period + "," : "",
                amount));
  }

  private static StripeEvent event(String id, String type, long created, String object) {
    String json =
        "{\"id\":\"%s\",\"type\":\"%s\",\"created\":%d,\"data\":{\"object\":%s}}"
            .formatted(id, type, created, object);
    return StripeEvent.read(SOURCE, json.getBytes(StandardCharsets.UTF_8), RECEIVED).orElseThrow();
  }
}
