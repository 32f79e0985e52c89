package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Entry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Entries turned into the arrays that {@code unnest} takes: one column after another, bound by
 * position.
 */
final class EntryColumns {
  private final List<Entry> entries;
  private GenericExecuteSpec spec;
  private int next;

  EntryColumns(List<Entry> entries, GenericExecuteSpec spec) {
    this.entries = entries;
    this.spec = spec;
  }

  /**
   * Binds kind, key, time, body, received, recorded, assumed, load and source, in this order, from
   * {@code $1} on.
   */
  EntryColumns common() {
    return text(entry -> entry.kind().plural())
        .text(Entry::key)
        .instant(Entry::time)
        .text(Entry::body)
        .instant(entry -> entry.knowledge().receivedAt())
        .instant(entry -> entry.knowledge().recordedAt())
        .flag(entry -> entry.knowledge().assumed())
        .text(entry -> entry.knowledge().load())
        .text(Entry::source);
  }

  EntryColumns text(Function<Entry, @Nullable String> column) {
    @Nullable String[] values = new @Nullable String[entries.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(entries.get(i));
    }
    return bind(values);
  }

  EntryColumns instant(Function<Entry, @Nullable Instant> column) {
    @Nullable OffsetDateTime[] values = new @Nullable OffsetDateTime[entries.size()];
    for (int i = 0; i < values.length; i++) {
      Instant instant = column.apply(entries.get(i));
      values[i] = instant == null ? null : kept(instant).atOffset(ZoneOffset.UTC);
    }
    return bind(values);
  }

  /** As exact as a column is, so that what is sent at once is what is read back later. */
  static Instant kept(Instant time) {
    return time.getNano() % 1000 == 0 ? time : time.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
  }

  EntryColumns flag(Function<Entry, Boolean> column) {
    Boolean[] values = new Boolean[entries.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(entries.get(i));
    }
    return bind(values);
  }

  EntryColumns number(Function<Entry, Integer> column) {
    Integer[] values = new Integer[entries.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(entries.get(i));
    }
    return bind(values);
  }

  EntryColumns bind(Object values) {
    spec = spec.bind(next++, values);
    return this;
  }

  GenericExecuteSpec spec() {
    return spec;
  }
}
