package io.holdfast.ingestion.imports;

import static io.holdfast.ingestion.imports.LineFixture.NOW;
import static io.holdfast.ingestion.imports.LineFixture.good;
import static io.holdfast.ingestion.imports.LineFixture.messages;
import static io.holdfast.ingestion.imports.LineFixture.phase;
import static io.holdfast.ingestion.imports.LineFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Reference;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineReadingTests {
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

  private static String refused(String mapping) {
    try {
      Mapping.parse(Kind.TICKET, mapping);
      return "";
    } catch (Mapping.Refused refused) {
      return refused.getMessage();
    }
  }
}
