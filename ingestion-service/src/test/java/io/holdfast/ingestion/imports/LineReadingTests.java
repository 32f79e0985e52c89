package io.holdfast.ingestion.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Reference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineReadingTests {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void aPhaseIsKeyedByItsSubscriptionAndFirstDay() throws Mapping.Refused {
    Entry entry = good(Kind.SUBSCRIPTION, "", phase());
    assertThat(entry.key()).isEqualTo("s1|2026-04-01");
    assertThat(entry.time()).isEqualTo(NOW);
    assertThat(entry.body())
        .contains(
            "\"amount\":\"99.5\"",
            "\"currency\":\"USD\"",
            "\"intervalCount\":1",
            "\"quantity\":\"1\"",
            "\"status\":\"active\"");
  }

  @Test
  void theSameLineIsTheSameContent() throws Mapping.Refused {
    Map<String, String> other = new HashMap<>(phase());
    other.put("amount", "99.500");
    assertThat(good(Kind.SUBSCRIPTION, "", other).content("acme"))
        .isEqualTo(good(Kind.SUBSCRIPTION, "", phase()).content("acme"));
  }

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
  void aMappingTurnsTheirWordsIntoOurs() throws Mapping.Refused {
    String mapping =
        """
        {"columns":{"ID":"ticket_id","Customer":"account_id","Created":"opened_at","Prio":"severity","Note":null},
         "values":{"severity":{"P1":"urgent"}},"dateFormat":"dd.MM.yyyy HH:mm"}
        """;
    Entry entry =
        good(
            Kind.TICKET,
            mapping,
            Map.of(
                "id",
                "t1",
                "CUSTOMER",
                "acme",
                "Created",
                "31.01.2026 08:30",
                "Prio",
                "p1",
                "Note",
                "x"));
    assertThat(entry.body())
        .contains("\"openedAt\":\"2026-01-31T08:30:00Z\"", "\"severity\":\"urgent\"");
  }

  @Test
  void theAccountMayBeFoundThroughTheSubscription() throws Mapping.Refused {
    Entry entry =
        good(
            Kind.USAGE,
            "{\"account\":{\"via\":\"subscription_id\"},\"constants\":{\"event\":\"Seen\"}}",
            Map.of("event_id", "e", "subscription_id", "s1", "occurred_at", "2026-01-01"));
    assertThat(entry.accounts()).containsExactly(Reference.subscription("s1"));
    assertThat(entry.use()).isNotNull();
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
  void theEndOfAllDaysIsNoEnd() throws Mapping.Refused {
    for (String never : List.of("9999-12-31", "9999-12-31 23:59:59", "9999-12-31T00:00:00Z")) {
      assertThat(good(Kind.SUBSCRIPTION, "", with(phase(), "ends_on", never)).content("acme"))
          .as(never)
          .isEqualTo(good(Kind.SUBSCRIPTION, "", phase()).content("acme"));
    }
    assertThat(
            good(Kind.SUBSCRIPTION, "{\"constants\":{\"ends_on\":\"9999-12-31\"}}", phase()).body())
        .doesNotContain("endsOn");
    assertThat(messages(Kind.SUBSCRIPTION, with(phase(), "ends_on", "9999-12-30")))
        .containsExactly("ends_on is '9999-12-30'; it must be of the years 1970 to 2200");
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

  @Test
  void aMappingThatCannotBeFollowedNamesItsKey() {
    assertThat(refused("null")).isEqualTo("mapping must be a JSON object");
    assertThat(refused("{")).isEqualTo("mapping is not JSON");
    assertThat(refused("{\"columns\":{\"x\":5}}")).isEqualTo("mapping.columns.x must be a text");
    assertThat(refused("{\"dateFormat\":5}")).isEqualTo("mapping.dateFormat must be a text");
    assertThat(refused("{\"dateFormat\":\"\"}")).contains("mapping.dateFormat");
    assertThat(refused("{\"account\":5}")).contains("mapping.account.via");
    assertThat(refused("{\"columns\":{\"x\":\"nothing\"}}")).contains("mapping.columns.x");
    assertThat(refused("{\"constants\":{\"severity\":\"worst\"}}"))
        .contains("mapping.constants.severity");
    assertThat(refused("{\"values\":{\"severity\":{\"P1\":\"worst\"}}}"))
        .contains("mapping.values.severity.P1");
    assertThat(refused("{\"dateFormat\":\"bb\"}")).contains("mapping.dateFormat");
    assertThat(refused("{\"account\":{\"via\":\"email\"}}")).contains("mapping.account.via");
    assertThat(refused("{\"colums\":{}}")).contains("mapping.colums");
    assertThat(refused("[")).contains("is not JSON");
  }

  @Test
  void timesAreReadInEveryUsualForm() throws CellFault {
    for (String text :
        List.of(
            "2026-01-31T08:30:00Z",
            "2026-01-31 08:30:00",
            "2026-01-31T09:30:00+01:00",
            "2026-01-31 09:30:00+01",
            "2026-01-31 08:30:00 UTC")) {
      assertThat(TimeReading.iso().instant(text))
          .as(text)
          .isEqualTo(Instant.parse("2026-01-31T08:30:00Z"));
    }
  }

  private static Map<String, String> with(Map<String, String> cells, String column, String cell) {
    Map<String, String> more = new HashMap<>(cells);
    more.put(column, cell);
    return more;
  }

  private static Map<String, String> phase() {
    return Map.of(
        "subscription_id",
        "s1",
        "account_id",
        "acme",
        "starts_on",
        "2026-04-01",
        "amount",
        "99.50",
        "currency",
        "usd",
        "interval",
        "Month");
  }

  private static String refused(String mapping) {
    try {
      Mapping.parse(Kind.TICKET, mapping);
      return "";
    } catch (Mapping.Refused refused) {
      return refused.getMessage();
    }
  }

  private static Entry good(Kind kind, String mapping, Map<String, String> cells)
      throws Mapping.Refused {
    Reading read = reading(kind, mapping).read(new Row.Cells(2, cells));
    assertThat(read).isInstanceOf(Reading.Good.class);
    return ((Reading.Good) read).entry();
  }

  private static List<String> faults(Kind kind, String mapping, Map<String, String> cells)
      throws Mapping.Refused {
    Reading read = reading(kind, mapping).read(new Row.Cells(2, cells));
    assertThat(read).isInstanceOf(Reading.Faulty.class);
    return ((Reading.Faulty) read)
        .faults().stream().map(fault -> fault.column() + " " + fault.code()).toList();
  }

  private static List<String> messages(Kind kind, Map<String, String> cells)
      throws Mapping.Refused {
    Reading read = reading(kind, "").read(new Row.Cells(2, cells));
    assertThat(read).isInstanceOf(Reading.Faulty.class);
    return ((Reading.Faulty) read).faults().stream().map(LineFault::message).toList();
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

  private static LineReading reading(Kind kind, String mapping) throws Mapping.Refused {
    return new LineReading(kind, Mapping.parse(kind, mapping), false, NOW, "import", "load");
  }
}
