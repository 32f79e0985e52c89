package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds what other systems say to the rules that the columns of a file are held to. */
public final class ColumnRules {
  private static final TimeReading TIMES = TimeReading.iso();

  private ColumnRules() {}

  /**
   * A value of a column in its stored form.
   *
   * @throws CellFault with a message that follows the value's name
   */
  public static String value(Kind kind, String column, String value) throws CellFault {
    for (Column one : Column.of(kind)) {
      if (one.name().equals(column)) {
        return CellReading.read(one, value, TIMES);
      }
    }
    throw new IllegalArgumentException(kind.plural() + " have no column " + column);
  }

  /**
   * The content of an entry with these values by column, beside its account.
   *
   * @param latest the latest time at which something can have happened already
   * @throws CellFault with a message that names the column
   */
  public static String body(Kind kind, Map<String, String> values, Instant latest)
      throws CellFault {
    Values read = read(kind, values);
    for (CrossChecks.Fault fault : CrossChecks.check(kind, read, latest)) {
      throw new CellFault(fault.code(), fault.message());
    }
    return EntryBody.of(kind, Column.of(kind), read, Map.of(), "").json();
  }

  private static Values read(Kind kind, Map<String, String> values) throws CellFault {
    Map<String, String> read = new LinkedHashMap<>();
    for (Column column : columns(kind)) {
      String name = column.name();
      String value = values.get(name);
      if (value == null && column.required()) {
        throw new CellFault("missing_value", name + " is missing");
      }
      if (value != null) {
        try {
          String stored = CellReading.read(column, value, TIMES);
          if (!stored.isEmpty()) {
            read.put(name, stored);
          }
        } catch (CellFault fault) {
          throw new CellFault(fault.code(), name + " " + fault.getMessage());
        }
      }
    }
    return new Values(read);
  }

  /** All but the account, which an entry names by references. */
  private static List<Column> columns(Kind kind) {
    return Column.of(kind).stream()
        .filter(column -> !column.name().equals(Column.ACCOUNT))
        .toList();
  }
}
