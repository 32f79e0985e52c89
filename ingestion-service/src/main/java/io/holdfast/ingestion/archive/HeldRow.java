package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.entry.Use;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as it stands in the quarantine's table. */
final class HeldRow {
  private HeldRow() {}

  static Held held(Readable row) {
    return new Held(
        Objects.requireNonNull(row.get("id", UUID.class)),
        text(row, "reason"),
        row.get("detail", String.class),
        Held.Form.valueOf(text(row, "form").toUpperCase(Locale.ROOT)),
        Objects.requireNonNull(row.get("held_at", Instant.class)),
        entry(row));
  }

  static @Nullable String awaits(Entry entry, int position) {
    return entry.accounts().size() > position ? entry.accounts().get(position).text() : null;
  }

  static @Nullable String person(Entry entry) {
    Reference person = entry.use() == null ? null : entry.use().person();
    return person == null ? null : person.text();
  }

  static Entry entry(Readable row) {
    List<Reference> accounts = new ArrayList<>();
    for (String column : List.of("awaits", "or_awaits")) {
      String reference = row.get(column, String.class);
      if (reference != null) {
        accounts.add(Reference.parse(reference));
      }
    }
    String event = row.get("event", String.class);
    String person = row.get("person", String.class);
    return new Entry(
        Kind.named(text(row, "kind")).orElseThrow(),
        text(row, "entry_key"),
        accounts,
        event == null ? null : new Use(event, person == null ? null : Reference.parse(person)),
        Objects.requireNonNull(row.get("happened_at", Instant.class)),
        text(row, "body"),
        new Knowledge(
            Objects.requireNonNull(row.get("received_at", Instant.class)),
            row.get("recorded_at", Instant.class),
            Objects.requireNonNull(row.get("assumed", Boolean.class)),
            row.get("load", String.class)),
        text(row, "source"),
        Objects.requireNonNull(row.get("line", Integer.class)));
  }

  private static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }
}
