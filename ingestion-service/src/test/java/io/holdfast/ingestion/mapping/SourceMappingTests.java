package io.holdfast.ingestion.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.imports.ObjectReading.Read;
import io.holdfast.ingestion.imports.RecordMapping.Unusable;
import io.holdfast.ingestion.requests.Json;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SourceMappingTests {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String MAPPING =
      """
      {'items': '/data',
       'rules': [
         {'when': {'/type': ['ticket.opened', 'ticket.closed']}, 'kind': 'tickets',
          'fields': {'ticket_id': '/ticket/no', 'account_id': '/customer', 'opened_at': '/ticket/opened',
                     'severity': '/ticket/prio'},
          'values': {'severity': {'P1': 'urgent'}}, 'dateFormat': 'dd.MM.yyyy HH:mm', 'account': {'external': 'desk'}},
         {'when': {'/type': 'note'}, 'kind': 'facts',
          'fields': {'account_id': '/customer', 'happened_at': '/at', 'text': '/body'},
          'constants': {'type': 'desk_note'}}]}
      """;

  @Test
  void theFirstRuleThatFitsMakesAnEntry() throws Unusable {
    Entry ticket =
        entry(
            """
            {'type': 'ticket.opened', 'customer': 7,
             'ticket': {'no': 'T-1', 'opened': '28.02.2026 09:30', 'prio': 'p1'}}
            """);
    assertThat(ticket.kind()).isEqualTo(Kind.TICKET);
    assertThat(ticket.accounts()).containsExactly(Reference.external("desk", "7"));
    assertThat(ticket.time()).isEqualTo(Instant.parse("2026-02-28T09:30:00Z"));
    assertThat(ticket.body()).contains("\"severity\":\"urgent\"", "\"ticketId\":\"T-1\"");
  }

  @Test
  void whatHasNoIdOfItsOwnIsNamedByItsDelivery() throws Unusable {
    Entry note = entry("{'type': 'note', 'customer': 'acme', 'at': '2026-02-28', 'body': 'Hello'}");
    assertThat(note.key()).isEqualTo("source:d-1:0");
    assertThat(note.accounts()).containsExactly(Reference.account("acme"));
    assertThat(note.body()).contains("\"type\":\"desk_note\"", "Hello");
  }

  @Test
  void whatNoRuleFitsOrAFieldLacksIsSaid() throws Unusable {
    assertThat(read(MAPPING, "{'type': 'other'}").faults().getFirst().code()).isEqualTo("no_rule");
    assertThat(read(MAPPING, "{'type': 'note', 'customer': 'acme'}").faults())
        .extracting(fault -> fault.code() + " " + fault.field())
        .containsExactly("missing_value happened_at");
    String ignoring = MAPPING.strip().replaceFirst("}$", ", 'otherwise': 'ignore'}");
    assertThat(mapping(ignoring).read(json("{'type': 'other'}"), NOW, "source", "source:d-1:0"))
        .isEmpty();
  }

  @Test
  void itemsAreWhereTheMappingSays() throws Unusable {
    assertThat(mapping(MAPPING).items(json("{'data': [1, 2]}")))
        .hasValueSatisfying(items -> assertThat(items).hasSize(2));
    assertThat(mapping(MAPPING).items(json("{'data': {}}"))).isEmpty();
    assertThat(mapping(MAPPING).items(json("[]"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | must be a JSON object",
        "{} | rules must be a list",
        "{'rules': []} | rules must be a list",
        "{'rules': [{}], 'other': 1} | other is not known",
        "{'rules': [{'kind': 'x'}]} | rules[0]: kind must be a kind",
        "{'rules': [{'kind': 'facts'}]} | fields must be an object",
        "{'rules': [{'kind': 'facts', 'fields': {'x': '/x'}}]} | fields.x is no column",
        "{'rules': [{'kind': 'facts', 'fields': {'text': 'x'}}]} | fields.text must be a JSON"
            + " pointer",
        "{'rules': [{'kind': 'facts', 'fields': {'text': '/x'}}]} | fields lacks account_id",
        "{'rules': [{'kind': 'facts', 'fields': {'text': '/x'}, 'dateFormat': 'bb{'}]} | dateFormat"
            + " is no pattern",
        "{'rules': [{'kind': 'facts', 'fields': {'text': '/x'}, 'account': {'external': 'a b'}}]} |"
            + " account.external",
        "{'rules': [{'kind': 'facts', 'fields': {'text': '/x'}, 'when': {'x': 1}}]} | when.x must"
            + " be a JSON pointer",
        "{'rules': [{'kind': 'facts', 'fields': {'text': '/x'}, 'when': 1}]} | when must be an"
            + " object",
      })
  void aMappingThatCannotBeFollowedIsRefusedForItsReason(String mapping, String reason) {
    assertThatThrownBy(() -> mapping(mapping))
        .isInstanceOf(Unusable.class)
        .hasMessageContaining(reason);
  }

  private static Entry entry(String item) throws Unusable {
    Read read = read(MAPPING, item);
    assertThat(read.faults()).isEmpty();
    return Objects.requireNonNull(read.entry());
  }

  private static Read read(String mapping, String item) throws Unusable {
    return mapping(mapping).read(json(item), NOW, "source", "source:d-1:0").orElseThrow();
  }

  private static SourceMapping mapping(String json) throws Unusable {
    return SourceMapping.parse(json(json));
  }

  private static JsonNode json(String text) {
    return Json.MAPPER.readTree(text.replace('\'', '"'));
  }
}
