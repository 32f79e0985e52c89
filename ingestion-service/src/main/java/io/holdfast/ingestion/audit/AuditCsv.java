package io.holdfast.ingestion.audit;

import static java.util.stream.Collectors.joining;

import io.holdfast.ingestion.requests.CsvCell;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries as lines of CSV. */
final class AuditCsv {
  static final String HEADER =
      "entry_id,at,service,actor,roles,client,action,object_type,object_id,outcome,status,code,"
          + "changes,count,suppressed,trace_id\r\n";

  private AuditCsv() {}

  static String line(AuditEntry entry) {
    return Stream.of(
            text(entry.entryId()),
            text(entry.at()),
            entry.service(),
            entry.actor(),
            String.join(" ", entry.roles()),
            text(entry.client()),
            entry.action(),
            entry.objectType(),
            text(entry.objectId()),
            entry.outcome(),
            text(entry.status()),
            text(entry.code()),
            entry.changes().stream().map(AuditCsv::change).collect(joining("; ")),
            text(entry.count()),
            text(entry.suppressed()),
            text(entry.traceId()))
        .map(CsvCell::of)
        .collect(joining(",", "", "\r\n"));
  }

  private static String change(AuditEntry.Change change) {
    return change.name() + ": " + text(change.before()) + " -> " + text(change.after());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
