package io.holdfast.ingestion.imports;

import static io.holdfast.ingestion.imports.LineFixture.faults;
import static io.holdfast.ingestion.imports.LineFixture.good;
import static io.holdfast.ingestion.imports.LineFixture.messages;
import static io.holdfast.ingestion.imports.LineFixture.phase;
import static io.holdfast.ingestion.imports.LineFixture.reading;
import static io.holdfast.ingestion.imports.LineFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.entry.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a line is said by column. */
class LineFaultsTests {
  @Test
  void everyFaultOfALineIsSaid() throws Mapping.Refused {
    assertThat(
            faults(
                Kind.SUBSCRIPTION,
                "",
                Map.of(
                    "subscription_id",
                    "s1",
                    "account_id",
                    "a",
                    "starts_on",
                    "2026-02-30",
                    "amount",
                    "-1",
                    "currency",
                    "XXQ",
                    "interval",
                    "fortnight")))
        .containsExactly(
            "starts_on invalid_date",
            "amount negative",
            "currency invalid_currency",
            "interval unknown_value");
    assertThat(faults(Kind.TICKET, "", Map.of("ticket_id", "t")))
        .containsExactly("account_id missing_value", "opened_at missing_value");
    assertThat(
            faults(
                Kind.TICKET,
                "",
                Map.of(
                    "ticket_id",
                    "t",
                    "account_id",
                    "a",
                    "opened_at",
                    "2026-02-01",
                    "closed_at",
                    "2026-01-01")))
        .containsExactly("closed_at before_start");
    assertThat(
            faults(
                Kind.TICKET,
                "",
                Map.of("ticket_id", "t", "account_id", "a", "opened_at", "2027-02-01")))
        .containsExactly("opened_at future_timestamp");
    assertThat(
            faults(
                Kind.SURVEY,
                "",
                Map.of(
                    "response_id",
                    "r",
                    "account_id",
                    "a",
                    "kind",
                    "nps",
                    "score",
                    "11",
                    "answered_at",
                    "2026-01-01")))
        .containsExactly("score too_large");
    assertThat(
            faults(
                Kind.INVOICE,
                "",
                Map.of(
                    "invoice_id",
                    "i",
                    "account_id",
                    "a",
                    "issued_on",
                    "2026-01-01",
                    "amount",
                    "0.123456789",
                    "currency",
                    "EUR")))
        .containsExactly("amount too_many_decimals");
    assertThat(
            faults(
                Kind.CONTACT,
                "",
                Map.of("contact_id", "c", "account_id", "a", "email", "ann at acme")))
        .containsExactly("email invalid_email");
  }

  @Test
  void aTraitMayBeOnlySoLongAndOnlySoMany() throws Mapping.Refused {
    Map<String, String> cells = new HashMap<>(Map.of("account_id", "a", "name", "A"));
    cells.put("tier", "x".repeat(1_001));
    assertThat(faults(Kind.ACCOUNT, "", cells)).containsExactly("tier too_long");
    cells.put("tier", "gold");
    for (int i = 0; i < 200; i++) {
      cells.put("t" + i, "x");
    }
    assertThat(faults(Kind.ACCOUNT, "", cells)).containsExactly("null too_many_traits");
    cells.remove("t0");
    assertThat(good(Kind.ACCOUNT, "", cells).body()).contains("\"trait.tier\":\"gold\"");
  }

  @Test
  void anAccountHasOneIdInASystem() throws Mapping.Refused {
    Map<String, String> cells = Map.of("account_id", "a", "name", "A");
    assertThat(faults(Kind.ACCOUNT, "", with(cells, "external_ids", "stripe=1;Stripe=2")))
        .containsExactly("external_ids invalid_external_ids");
    assertThat(good(Kind.ACCOUNT, "", with(cells, "external_ids", "stripe=1;crm=2")).body())
        .contains("\"external.crm\":\"2\"");
  }

  @Test
  void whatLeadsToTheAccountIsCheckedLikeAnId() throws Mapping.Refused {
    assertThat(
            faults(
                Kind.USAGE,
                "{\"account\":{\"via\":\"subscription_id\"}}",
                Map.of(
                    "event_id",
                    "e",
                    "event",
                    "E",
                    "subscription_id",
                    "s\u0000",
                    "occurred_at",
                    "2026-01-01")))
        .containsExactly("subscription_id invalid_character");
  }

  @Test
  void oneColumnSaidTwiceInALineIsAFault() throws Mapping.Refused {
    assertThat(
            faults(
                Kind.TICKET,
                "",
                Map.of(
                    "ticket_id",
                    "t",
                    "account_id",
                    "a",
                    "opened_at",
                    "2026-01-01",
                    "Opened_At",
                    "2026-01-02")))
        .containsExactly("opened_at repeated_column");
  }

  @Test
  void aPaymentCannotLieAhead() throws Mapping.Refused {
    assertThat(
            faults(
                Kind.INVOICE,
                "",
                Map.of(
                    "invoice_id",
                    "i",
                    "account_id",
                    "a",
                    "issued_on",
                    "2026-01-01",
                    "amount",
                    "1",
                    "currency",
                    "EUR",
                    "paid_on",
                    "2026-03-09")))
        .containsExactly("paid_on future_timestamp");
  }

  @Test
  void whatHappenedDidSoIn2000OrLater() throws Mapping.Refused {
    Map<String, String> use = Map.of("event_id", "e", "account_id", "a", "event", "E");
    assertThat(messages(Kind.USAGE, with(use, "occurred_at", "1999-12-31")))
        .containsExactly(
            "occurred_at is 1999-12-31T00:00:00Z; it must be of the year 2000 or later");
    assertThat(good(Kind.USAGE, "", with(use, "occurred_at", "2000-01-01"))).isNotNull();
    assertThat(
            faults(
                Kind.OUTCOME,
                "",
                Map.of("account_id", "a", "kind", "renewed", "happened_on", "1970-01-01")))
        .containsExactly("happened_on implausible_time");
    assertThat(good(Kind.SUBSCRIPTION, "", with(phase(), "starts_on", "1998-01-01"))).isNotNull();
  }

  @Test
  void aLimitIsSaidWithItsRange() throws Mapping.Refused {
    assertThat(messages(Kind.SUBSCRIPTION, with(phase(), "starts_on", "9999-12-31")))
        .containsExactly("starts_on is '9999-12-31'; it must be of the years 1970 to 2200");
    assertThat(messages(Kind.SUBSCRIPTION, with(phase(), "seats", "2147483647")))
        .containsExactly("seats is '2147483647'; it must be a whole number from 0 to 999,999,999");
    assertThat(messages(Kind.SUBSCRIPTION, with(phase(), "interval_count", "0")))
        .containsExactly("interval_count is '0'; it must be a whole number from 1 to 999,999,999");
    assertThat(messages(Kind.SUBSCRIPTION, with(phase(), "amount", "1" + "0".repeat(18))))
        .containsExactly(
            "amount is '1000000000000000000'; it may have at most 18 digits before the point");
  }

  @Test
  void anAccountIsNotItsOwnParent() throws Mapping.Refused {
    assertThat(
            messages(
                Kind.ACCOUNT, Map.of("account_id", "a", "name", "A", "parent_account_id", "a")))
        .containsExactly("parent_account_id is the account itself; leave it empty");
  }

  @Test
  void onlyIdsElsewhereMayBeAnObject() throws Mapping.Refused {
    assertThat(json("{\"account_id\":{\"id\":\"b\"},\"name\":\"B\"}"))
        .isEqualTo("account_id is an object; it must be a text, a number, true or false");
    assertThat(json("{\"account_id\":\"b\",\"name\":[\"B\"]}"))
        .isEqualTo("name is a list; it must be a text, a number, true or false");
    assertThat(json("{\"account_id\":\"b\",\"name\":\"B\",\"external_ids\":[1]}"))
        .isEqualTo("external_ids is a list; it must be a text, a number, true or false");
    assertThat(
            json(
                "{\"account_id\":7,\"name\":\"B\",\"at\":{\"x\":1},"
                    + "\"external_ids\":{\"crm\":42,\"stripe\":null}}"))
        .isEqualTo("{\"name\":\"B\",\"external.crm\":\"42\",\"trait.at\":\"{\\\"x\\\":1}\"}");
    assertThat(json("{\"account_id\":\"b\",\"name\":\"B\",\"external_ids\":{\"crm\":\"a;x=y\"}}"))
        .startsWith("external_ids holds 'crm=a;x=y'");
  }

  /** What becomes of an account's line of JSON: its body or its only fault. */
  private static String json(String line) throws Mapping.Refused {
    Row row =
        FileReading.ndjson(line.getBytes(StandardCharsets.UTF_8), 1, true, 1).rows().getFirst();
    return switch (reading(Kind.ACCOUNT, "").read(row)) {
      case Reading.Good good -> good.entry().body();
      case Reading.Faulty faulty -> {
        assertThat(faulty.faults()).hasSize(1);
        yield faulty.faults().getFirst().message();
      }
    };
  }
}
