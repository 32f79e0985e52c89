package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads facts that come one by one under the same rules as the lines of a file. */
public final class FactReading {
  private static final Map<String, String> COLUMNS =
      Map.of(
          "factId", "fact_id",
          "accountId", "account_id",
          "type", "type",
          "happenedAt", "happened_at",
          "contactId", "contact_id",
          "value", "value",
          "unit", "unit",
          "text", "text",
          "dueOn", "due_on");

  private static final Set<String> NAMES = COLUMNS.keySet();
  private final LineReading reading;

  /**
   * @param receivedAt business time at which they came
   * @param source what they say they came from
   */
  public FactReading(Instant receivedAt, String source) {
    this.reading = new LineReading(Kind.FACT, Mapping.NONE, false, receivedAt, source, null);
  }

  /** What is wrong, and with which member. */
  public record Fault(@Nullable String field, String code, String message) {}

  /** Either an entry or faults. */
  public record Read(@Nullable Entry entry, List<Fault> faults) {}

  public Read read(JsonNode fact) {
    if (!fact.isObject()) {
      return new Read(
          null, List.of(new Fault(null, "not_an_object", "a fact must be a JSON object")));
    }
    ObjectNode named = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : fact.properties()) {
      String name = member.getKey();
      if (!NAMES.contains(name)) {
        return new Read(
            null,
            List.of(
                new Fault(
                    CellType.shown(name),
                    "unknown_field",
                    CellType.shown(name)
                        + " is not known; there are "
                        + NAMES.stream().sorted().toList())));
      }
      named.set(column(name), member.getValue());
    }
    return switch (reading.read(Row.Cells.of(0, named))) {
      case Reading.Good good -> new Read(good.entry(), List.of());
      case Reading.Faulty faulty ->
          new Read(null, faulty.faults().stream().map(FactReading::fault).toList());
    };
  }

  private static Fault fault(LineFault fault) {
    String column = fault.column();
    Optional<String> name =
        COLUMNS.entrySet().stream()
            .filter(pair -> pair.getValue().equals(column))
            .map(Map.Entry::getKey)
            .findFirst();
    if (column == null || name.isEmpty()) {
      return new Fault(null, fault.code(), fault.message());
    }
    return new Fault(name.get(), fault.code(), fault.message().replaceFirst(column, name.get()));
  }

  private static String column(String name) {
    return COLUMNS.getOrDefault(name, name);
  }
}
