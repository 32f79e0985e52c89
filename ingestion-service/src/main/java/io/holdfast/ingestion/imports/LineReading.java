package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one import: each becomes an entry, or its faults are said. */
final class LineReading {
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Kind kind;
  private final Mapping mapping;
  private final boolean asRecorded;
  private final Instant receivedAt;
  private final String source;
  private final @Nullable String load;
  private final List<Column> columns;
  private final Set<String> names;
  private final Map<String, Optional<String>> targets = new HashMap<>();

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
    this.columns = new ArrayList<>(Column.of(kind));
    this.columns.add(Column.RECORDED_AT);
    this.names = columns.stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
  }

  /** Required columns that neither the header nor the mapping provides. */
  List<String> missing(List<String> header) {
    Set<String> provided =
        header.stream().flatMap(name -> target(name).stream()).collect(Collectors.toSet());
    return columns.stream()
        .filter(Column::required)
        .map(Column::name)
        .filter(name -> !provided.contains(name) && !mapping.constants().containsKey(name))
        .filter(name -> !(name.equals(Column.ACCOUNT) && mapping.via().isPresent()))
        .toList();
  }

  /** Headers that nothing is done with. */
  List<String> ignored(List<String> header) {
    return kind == Kind.ACCOUNT
        ? List.of()
        : header.stream()
            .filter(name -> !name.isEmpty() && target(name).isEmpty() && !mapping.leftOut(name))
            .filter(name -> mapping.via().filter(name::equalsIgnoreCase).isEmpty())
            .toList();
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
    Map<String, String> raw = HashMap.newHashMap(columns.size());
    Map<String, String> traits = kind == Kind.ACCOUNT ? new TreeMap<>() : Map.of();
    row.cells()
        .forEach(
            (header, cell) -> {
              Optional<String> target = target(header);
              if (target.isPresent() && names.contains(target.get())) {
                raw.put(target.get(), cell);
              } else if (kind == Kind.ACCOUNT && !mapping.leftOut(header) && !header.isEmpty()) {
                traits.put(target.orElse(header), cell);
              } else if (target.isPresent()) {
                raw.put(target.get(), cell); // the column that leads to the account
              } else if (mapping.via().filter(header::equalsIgnoreCase).isPresent()) {
                raw.putIfAbsent(mapping.via().get(), cell);
              }
            });
    List<LineFault> faults = new ArrayList<>();
    Values values = values(row.line(), raw, faults);
    Optional<Reference> account = account(row.line(), values, raw, faults);
    if (faults.isEmpty()) {
      CrossChecks.check(kind, values, receivedAt.plus(AHEAD))
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
      return new Reading.Faulty(
          List.of(
              new LineFault(
                  row.line(), "external_ids", fault.code(), "external_ids " + fault.getMessage())));
    }
  }

  private Values values(int line, Map<String, String> raw, List<LineFault> faults) {
    Map<String, String> values = LinkedHashMap.newLinkedHashMap(columns.size());
    for (Column column : columns) {
      String name = column.name();
      String cell = raw.get(name);
      if (cell != null) {
        cell = mapping.values().getOrDefault(name, Map.of()).getOrDefault(folded(cell, name), cell);
      }
      if (cell == null || cell.isEmpty()) {
        String constant = mapping.constants().get(name);
        if (constant != null) {
          values.put(name, constant);
        } else if (column.required()
            && !(name.equals(Column.ACCOUNT) && mapping.via().isPresent())) {
          faults.add(new LineFault(line, name, "missing_value", name + " is missing"));
        }
        continue;
      }
      try {
        values.put(name, CellReading.read(column, cell, mapping.times()));
      } catch (CellFault fault) {
        faults.add(new LineFault(line, name, fault.code(), name + " " + fault.getMessage()));
      }
    }
    return new Values(values);
  }

  private String folded(String cell, String column) {
    return mapping.values().containsKey(column) ? cell.toLowerCase(java.util.Locale.ROOT) : cell;
  }

  private Optional<Reference> account(
      int line, Values values, Map<String, String> raw, List<LineFault> faults) {
    String named = values.get(Column.ACCOUNT);
    if (named != null || kind == Kind.RATE) {
      return Optional.ofNullable(named).map(Reference::account);
    }
    if (mapping.via().isPresent()) {
      String via = mapping.via().get();
      String subscription = raw.get(via);
      if (subscription == null || subscription.length() > 200) {
        faults.add(
            new LineFault(
                line, via, "missing_value", via + " is missing, which leads to the account"));
        return Optional.empty();
      }
      return Optional.of(Reference.subscription(subscription));
    }
    return Optional.empty();
  }

  private Entry entry(
      int line, Values values, Optional<Reference> account, Map<String, String> traits)
      throws CellFault {
    EntryBody body =
        EntryBody.of(kind, columns, values, traits, account.map(Reference::text).orElse(""));
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

  private Optional<String> target(String header) {
    return targets.computeIfAbsent(header, name -> mapping.target(name, names));
  }
}
