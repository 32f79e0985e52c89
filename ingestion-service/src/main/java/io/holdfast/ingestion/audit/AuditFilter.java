package io.holdfast.ingestion.audit;

import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.tenancy.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Which entries are asked for, as conditions on {@code audit_entry}. */
final class AuditFilter {
  private static final Set<String> OUTCOMES = Set.of("changed", "seen", "refused");

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  private AuditFilter() {}

  /**
   * @throws Problem 400 when a value cannot be read
   */
  static AuditFilter of(Map<String, String> query) {
    AuditFilter filter = new AuditFilter();
    filter.text("actor", query);
    filter.text("action", query);
    filter.text("service", query);
    String object = line("object", query);
    if (object != null) {
      int slash = object.indexOf('/');
      filter.add("object_type = $%d", slash < 0 ? object : object.substring(0, slash));
      if (slash >= 0) {
        filter.add("object_id = $%d", object.substring(slash + 1));
      }
    }
    String outcome = line("outcome", query);
    if (outcome != null && !OUTCOMES.contains(outcome)) {
      throw Problem.badRequest(
          "invalid_outcome", "'outcome' is '" + outcome + "'; it must be changed, seen or refused");
    }
    filter.text("outcome", query);
    filter.moment("from", "happened_at >= $%d", query);
    filter.moment("to", "happened_at < $%d", query);
    return filter;
  }

  /** Those behind a place in the list. */
  AuditFilter behind(Instant at, UUID id, boolean newestFirst) {
    AuditFilter behind = new AuditFilter();
    behind.conditions.addAll(conditions);
    behind.values.addAll(values);
    behind.values.add(at);
    behind.values.add(id);
    behind.conditions.add(
        "(happened_at, entry_id) %s ($%d, $%d)"
            .formatted(newestFirst ? "<" : ">", behind.values.size() - 1, behind.values.size()));
    return behind;
  }

  GenericExecuteSpec select(DatabaseClient database, String order) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    GenericExecuteSpec statement =
        database.sql("select * from audit_entry" + where + " order by " + order);
    for (int i = 0; i < values.size(); i++) {
      statement = statement.bind(i, values.get(i));
    }
    return statement;
  }

  private void text(String column, Map<String, String> query) {
    String text = line(column, query);
    if (text != null) {
      add(column + " = $%d", text);
    }
  }

  private void moment(String name, String condition, Map<String, String> query) {
    String text = query.get(name);
    if (text == null) {
      return;
    }
    try {
      add(condition, OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      throw Problem.badRequest(
          "invalid_" + name,
          "'" + name + "' is '" + text + "'; it must be a time such as 2026-01-05T10:00:00Z");
    }
  }

  private void add(String condition, Object value) {
    values.add(value);
    conditions.add(condition.formatted(values.size()));
  }

  private static @Nullable String line(String name, Map<String, String> query) {
    String text = query.get(name);
    if (text != null && !PlainText.isLine(text)) {
      throw Problem.badRequest("invalid_" + name, "'" + name + "' must be one line of text");
    }
    return text;
  }
}
