package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.BelievableTime;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.identity.Attributes;
import io.holdfast.ingestion.imports.Headers.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the lines of one import: each becomes an entry, or its faults are said. */
final class LineReading {
  private final Kind kind;
  private final Mapping mapping;
  private final boolean asRecorded;
  private final Instant receivedAt;
  private final String source;
  private final @Nullable String load;
  private final Headers headers;

  /**
   * @param receivedAt business time at which the file came
   * @param source what the entries say they came from
   * @param load id of the import, absent for what came by another door
   */
  LineReading(
      Kind kind,
      Mapping mapping,
      boolean asRecorded,
      Instant receivedAt,
      String source,
      @Nullable String load) {
    this.kind = kind;
    this.mapping = mapping;
    this.asRecorded = asRecorded;
    this.receivedAt = receivedAt;
    this.source = source;
    this.load = load;
    this.headers = new Headers(kind, mapping);
  }

  Headers headers() {
    return headers;
  }

  Reading read(Row row) {
    return switch (row) {
      case Row.Broken broken ->
          new Reading.Faulty(
              List.of(new LineFault(broken.line(), null, broken.code(), broken.message())));
      case Row.Cells cells -> read(cells);
    };
  }

  private Reading read(Row.Cells row) {
    Map<String, String> raw = new HashMap<>();
    Map<String, String> traits = new TreeMap<>();
    List<LineFault> faults = new ArrayList<>();
    row.cells()
        .forEach(
            (header, cell) -> {
              switch (headers.of(header)) {
                case Place.Ours ours -> once(row.line(), ours.column(), raw, cell, faults);
                case Place.Trait trait -> trait(row.line(), trait.name(), traits, cell, faults);
                case Place.Nowhere _ -> {}
              }
            });
    row.nested()
        .forEach(
            (header, node) -> {
              switch (headers.of(header)) {
                case Place.Ours ours -> nested(row.line(), ours.column(), raw, node, faults);
                case Place.Trait trait ->
                    trait(row.line(), trait.name(), traits, node.toString(), faults);
                case Place.Nowhere _ -> {}
              }
            });
    if (traits.size() > Attributes.MOST_TRAITS) {
      faults.add(
          new LineFault(
              row.line(), null, "too_many_traits", "an account may have 200 columns of its own"));
    }
    Values values = values(row.line(), raw, faults);
    Optional<Reference> account = account(row.line(), values, raw, faults);
    if (faults.isEmpty()) {
      CrossChecks.check(kind, values, receivedAt.plus(BelievableTime.AHEAD))
          .forEach(
              fault ->
                  faults.add(
                      new LineFault(row.line(), fault.column(), fault.code(), fault.message())));
    }
    if (!faults.isEmpty()) {
      return new Reading.Faulty(faults);
    }
    try {
      return new Reading.Good(entry(row.line(), values, account, traits));
    } catch (CellFault fault) {
      return new Reading.Faulty(List.of(fault(row.line(), Column.EXTERNAL_IDS, fault)));
    }
  }

  private static void once(
      int line, String column, Map<String, String> raw, String cell, List<LineFault> faults) {
    if (raw.put(column, cell) != null) {
      faults.add(new LineFault(line, column, "repeated_column", column + " stands there twice"));
    }
  }

  /** Ids in other systems may be an object; everything else that is ours is one value. */
  private static void nested(
      int line, String column, Map<String, String> raw, JsonNode node, List<LineFault> faults) {
    if (column.equals(Column.EXTERNAL_IDS) && node.isObject()) {
      try {
        once(line, column, raw, EntryBody.externalIds(node), faults);
      } catch (CellFault fault) {
        faults.add(fault(line, column, fault));
      }
      return;
    }
    faults.add(
        new LineFault(
            line,
            column,
            "not_a_text",
            column
                + " is "
                + (node.isObject() ? "an object" : "a list")
                + "; it must be a text, a number, true or false"));
  }

  private void trait(
      int line, String name, Map<String, String> traits, String cell, List<LineFault> faults) {
    try {
      if (traits.put(name, CellType.TRAIT.read(cell, mapping.times())) != null) {
        faults.add(new LineFault(line, name, "repeated_column", name + " stands there twice"));
      }
    } catch (CellFault fault) {
      faults.add(fault(line, name, fault));
    }
  }

  private static LineFault fault(int line, String column, CellFault fault) {
    return new LineFault(line, column, fault.code(), column + " " + fault.getMessage());
  }

  private Values values(int line, Map<String, String> raw, List<LineFault> faults) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Column column : headers.columns()) {
      String name = column.name();
      String cell = raw.get(name);
      if (cell != null) {
        cell = mapping.values().getOrDefault(name, Map.of()).getOrDefault(folded(cell, name), cell);
      }
      if (cell == null || cell.isEmpty()) {
        String constant = mapping.constants().get(name);
        if (constant != null) {
          values.put(name, constant);
        } else if (column.required() && !headers.foundOtherwise(name) && !faulty(name, faults)) {
          faults.add(new LineFault(line, name, "missing_value", name + " is missing"));
        }
        continue;
      }
      try {
        String value = CellReading.read(column, cell, mapping.times());
        if (!value.isEmpty()) {
          values.put(name, value);
        }
      } catch (CellFault fault) {
        faults.add(fault(line, name, fault));
      }
    }
    return new Values(values);
  }

  private static boolean faulty(String column, List<LineFault> faults) {
    return faults.stream().anyMatch(fault -> column.equals(fault.column()));
  }

  private String folded(String cell, String column) {
    return mapping.values().containsKey(column) ? cell.toLowerCase(Locale.ROOT) : cell;
  }

  private Optional<Reference> account(
      int line, Values values, Map<String, String> raw, List<LineFault> faults) {
    String named = values.get(Column.ACCOUNT);
    if (named != null || kind == Kind.RATE) {
      return Optional.ofNullable(named).map(Reference::account);
    }
    return mapping
        .via()
        .flatMap(via -> leading(line, via, raw.get(via), faults))
        .map(Reference::subscription);
  }

  private Optional<String> leading(
      int line, String via, @Nullable String cell, List<LineFault> faults) {
    if (cell == null) {
      faults.add(
          new LineFault(
              line, via, "missing_value", via + " is missing, which leads to the account"));
      return Optional.empty();
    }
    try {
      return Optional.of(CellType.ID.read(cell, mapping.times()));
    } catch (CellFault fault) {
      faults.add(fault(line, via, fault));
      return Optional.empty();
    }
  }

  private Entry entry(
      int line, Values values, Optional<Reference> account, Map<String, String> traits)
      throws CellFault {
    EntryBody body =
        EntryBody.of(
            kind, headers.columns(), values, traits, account.map(Reference::text).orElse(""));
    Instant recordedAt = asRecorded ? values.instant(Column.RECORDED_AT.name()) : null;
    Knowledge knowledge = knowledge(recordedAt);
    return new Entry(
        kind,
        body.key(),
        account.map(List::of).orElse(List.of()),
        body.use(),
        body.time() == null ? (recordedAt == null ? receivedAt : recordedAt) : earlier(body.time()),
        body.json(),
        knowledge,
        source,
        line);
  }

  private Knowledge knowledge(@Nullable Instant recordedAt) {
    if (load == null) {
      return Knowledge.observed(receivedAt);
    }
    return asRecorded
        ? Knowledge.asRecorded(receivedAt, recordedAt, load)
        : Knowledge.loaded(receivedAt, load);
  }

  /** What is agreed today for a later day is said today. */
  private Instant earlier(Instant time) {
    return kind.happened() || time.isBefore(receivedAt) ? time : receivedAt;
  }
}
