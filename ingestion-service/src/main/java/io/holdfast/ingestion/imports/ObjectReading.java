package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what comes as JSON objects, with members like {@code happenedAt}, under the same rules as
 * the lines of a file.
 */
public final class ObjectReading {
  private final Kind kind;
  private final LineReading reading;
  private final Map<String, String> columns = new TreeMap<>();

  /**
   * @param receivedAt business time at which they came
   * @param source what they say they came from
   */
  public ObjectReading(Kind kind, Instant receivedAt, String source) {
    this.kind = kind;
    this.reading = new LineReading(kind, Mapping.NONE, false, receivedAt, source, null);
    Column.of(kind).forEach(column -> columns.put(EntryBody.camel(column.name()), column.name()));
  }

  /** What is wrong, and with which member. */
  public record Fault(@Nullable String field, String code, String message) {}

  /** Either an entry or faults. */
  public record Read(@Nullable Entry entry, List<Fault> faults) {}

  /** Members that are not known are traits of an account, and faults of everything else. */
  public Read read(JsonNode object) {
    if (!object.isObject()) {
      return faulty(null, "not_an_object", "a " + name(kind) + " must be a JSON object");
    }
    ObjectNode named = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      if (!columns.containsKey(name) && kind != Kind.ACCOUNT) {
        String shown = CellType.shown(name);
        return faulty(
            shown,
            "unknown_field",
            shown + " is not known; there are " + List.copyOf(columns.keySet()));
      }
      named.set(columns.getOrDefault(name, name), member.getValue());
    }
    return switch (reading.read(Row.Cells.of(0, named))) {
      case Reading.Good good -> new Read(good.entry(), List.of());
      case Reading.Faulty faulty ->
          new Read(null, faulty.faults().stream().map(this::fault).toList());
    };
  }

  /** One of a kind, as a message names it. */
  private static String name(Kind kind) {
    return kind.plural().replaceAll("s$", "");
  }

  private static Read faulty(@Nullable String field, String code, String message) {
    return new Read(null, List.of(new Fault(field, code, message)));
  }

  private Fault fault(LineFault fault) {
    String column = fault.column();
    for (Map.Entry<String, String> pair : columns.entrySet()) {
      if (pair.getValue().equals(column)) {
        String name = pair.getKey();
        return new Fault(name, fault.code(), fault.message().replaceFirst(column, name));
      }
    }
    return new Fault(null, fault.code(), fault.message());
  }
}
