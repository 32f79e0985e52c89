package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.ExternalId;
import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.entry.Use;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a line becomes.
 *
 * @param time when it happened; absent for what is said and does not happen
 */
record EntryBody(String key, @Nullable Instant time, @Nullable Use use, String json) {
  private static final Set<String> BESIDE = Set.of(Column.ACCOUNT, Column.RECORDED_AT.name());
  private static final Map<String, String> NAMES = new java.util.concurrent.ConcurrentHashMap<>();

  /**
   * @param account how the account is named
   */
  static EntryBody of(
      Kind kind, List<Column> columns, Values values, Map<String, String> traits, String account)
      throws CellFault {
    return switch (kind) {
      case ACCOUNT ->
          new EntryBody(
              values.required(Column.ACCOUNT), null, null, account(columns, values, traits));
      case CONTACT ->
          new EntryBody(values.required("contact_id"), null, null, contact(columns, values));
      case USAGE -> usage(values);
      case SUBSCRIPTION ->
          dated(
              values.required("subscription_id") + "|" + values.required("starts_on"),
              day(values, "starts_on"),
              json(
                  columns,
                  with(
                      values, Map.of("interval_count", "1", "quantity", "1", "status", "active"))));
      case INVOICE ->
          dated(values.required("invoice_id"), day(values, "issued_on"), json(columns, values));
      case TICKET ->
          dated(values.required("ticket_id"), values.instant("opened_at"), json(columns, values));
      case SURVEY ->
          dated(
              values.required("response_id"), values.instant("answered_at"), json(columns, values));
      case MEETING ->
          dated(values.required("meeting_id"), values.instant("held_at"), json(columns, values));
      case FACT ->
          dated(values.required("fact_id"), values.instant("happened_at"), json(columns, values));
      case OUTCOME ->
          dated(
              account + "|" + values.required("kind") + "|" + values.required("happened_on"),
              day(values, "happened_on"),
              json(columns, values));
      case RATE ->
          dated(
              values.required("date")
                  + "|"
                  + values.required("base")
                  + "|"
                  + values.required("quote"),
              day(values, "date"),
              json(columns, values));
    };
  }

  private static EntryBody dated(String key, @Nullable Instant time, String json) {
    return new EntryBody(key, time, null, json);
  }

  private static EntryBody usage(Values values) {
    String user = values.get("user_id");
    String json =
        new JsonText()
            .text("eventId", values.required("event_id"))
            .text("occurredAt", values.required("occurred_at"))
            .number("count", Long.valueOf(Objects.requireNonNullElse(values.get("count"), "1")))
            .end();
    return new EntryBody(
        values.required("event_id"),
        values.instant("occurred_at"),
        new Use(values.required("event"), user == null ? null : Reference.user(user)),
        json);
  }

  private static String json(List<Column> columns, Values values) {
    JsonText json = new JsonText();
    for (Column column : columns) {
      String value = values.get(column.name());
      if (value == null || BESIDE.contains(column.name())) {
        continue;
      }
      String name = camel(column.name());
      switch (column.type()) {
        case WHOLE, COUNT -> json.number(name, Long.valueOf(value));
        case BOOLEAN -> json.flag(name, Boolean.valueOf(value));
        case ID, TEXT, TRAIT, SNAKE, EMAIL, DECIMAL, SIGNED, CURRENCY, DATE, END, INSTANT ->
            json.text(name, value);
      }
    }
    return json.end();
  }

  /** Accounts and contacts are merged piece by piece, so what is said is a flat object of texts. */
  private static String account(List<Column> columns, Values values, Map<String, String> traits)
      throws CellFault {
    JsonText json = flat(columns, values, Set.of(Column.EXTERNAL_IDS));
    for (Map.Entry<String, String> id : externalIds(values.get(Column.EXTERNAL_IDS)).entrySet()) {
      json.text("external." + id.getKey(), id.getValue());
    }
    traits.forEach((name, value) -> json.text("trait." + name, value));
    return json.end();
  }

  private static String contact(List<Column> columns, Values values) {
    return flat(columns, values, Set.of("contact_id")).end();
  }

  private static JsonText flat(List<Column> columns, Values values, Set<String> without) {
    JsonText json = new JsonText();
    for (Column column : columns) {
      if (!BESIDE.contains(column.name()) && !without.contains(column.name())) {
        json.text(camel(column.name()), values.get(column.name()));
      }
    }
    return json;
  }

  /** {@code stripe=cus_1;hubspot=42}. */
  private static Map<String, String> externalIds(@Nullable String text) throws CellFault {
    Map<String, String> ids = new TreeMap<>();
    if (text == null) {
      return ids;
    }
    for (String pair : text.split(";")) {
      if (pair.isBlank()) {
        continue;
      }
      String[] parts = pair.split("=", 2);
      ExternalId id = externalId(parts[0], parts.length < 2 ? "" : parts[1]);
      if (ids.put(id.system(), id.id()) != null) {
        throw new CellFault(
            "invalid_external_ids",
            "holds " + id.system() + " twice; an account has one id in a system");
      }
    }
    return ids;
  }

  /** An object of ids by system in the form that a cell has for it. */
  static String externalIds(JsonNode object) throws CellFault {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!member.getValue().isNull()) {
        ExternalId id = externalId(member.getKey(), member.getValue().asString(""));
        pairs.add(id.system() + "=" + id.id());
      }
    }
    return String.join(";", pairs);
  }

  private static ExternalId externalId(String system, String id) throws CellFault {
    return ExternalId.read(system, id)
        .filter(read -> read.id().indexOf(';') < 0)
        .orElseThrow(
            () ->
                new CellFault(
                    "invalid_external_ids",
                    "holds '"
                        + CellType.shown(system.strip() + "=" + id.strip())
                        + "'; it must be like stripe=cus_1;hubspot=42, each id at most 200"
                        + " characters"));
  }

  private static Values with(Values values, Map<String, String> defaults) {
    Map<String, String> all = new HashMap<>(defaults);
    all.putAll(values.all());
    return new Values(all);
  }

  private static @Nullable Instant day(Values values, String column) {
    LocalDate date = values.date(column);
    return date == null ? null : date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  static String camel(String snake) {
    return NAMES.computeIfAbsent(
        snake,
        name -> {
          StringBuilder camel = new StringBuilder();
          for (String word : name.split("_")) {
            camel.append(
                camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
          }
          return camel.toString();
        });
  }
}
