package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.ExternalId;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.imports.ObjectReading.Fault;
import io.holdfast.ingestion.imports.ObjectReading.Read;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one object of another system becomes an entry: which of its values goes into which column,
 * and then what the mapping of a file does too.
 *
 * @param fields our column to the place of its value
 * @param system the other system, where {@code account_id} is the account's id there
 */
public record RecordMapping(
    Kind kind, Map<String, JsonPointer> fields, Mapping mapping, Optional<String> system) {
  private static final List<String> SHARED = List.of("constants", "values", "dateFormat");
  private static final Map<Kind, String> IDS = Map.of(Kind.USAGE, "event_id", Kind.FACT, "fact_id");

  /** Says which part of a mapping cannot be followed, and why. */
  public static final class Unusable extends Exception {
    public Unusable(String message) {
      super(message, null, false, false);
    }
  }

  /** Reads {@code kind, fields, constants, values, dateFormat, account}. */
  public static RecordMapping parse(JsonNode json) throws Unusable {
    Kind kind =
        Kind.named(json.path("kind").asString(""))
            .orElseThrow(() -> new Unusable("kind must be a kind of import, like facts or usage"));
    JsonNode account = json.path("account");
    Optional<String> system = system(kind, account);
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    SHARED.forEach(name -> rest.set(name, json.path(name)));
    SHARED.stream().filter(name -> json.path(name).isMissingNode()).forEach(rest::remove);
    if (system.isEmpty() && account.isObject()) {
      rest.set("account", account);
    }
    try {
      Mapping mapping = Mapping.parse(kind, rest.toString());
      return new RecordMapping(kind, fields(kind, mapping, json.path("fields")), mapping, system);
    } catch (Mapping.Refused refused) {
      throw new Unusable(String.valueOf(refused.getMessage()).replaceFirst("^mapping\\.?\\s*", ""));
    }
  }

  /**
   * What an object becomes.
   *
   * @param id of what has no id of its own
   */
  public Read read(JsonNode object, Instant receivedAt, String source, String id) {
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    fields.forEach(
        (column, place) -> {
          JsonNode value = object.at(place);
          if (!value.isMissingNode()) {
            found.set(column, value);
          }
        });
    String own = IDS.get(kind);
    if (own != null && !found.hasNonNull(own) && !mapping.constants().containsKey(own)) {
      found.put(own, id);
    }
    LineReading reading = new LineReading(kind, mapping, false, receivedAt, source, null);
    return switch (reading.read(Row.Cells.of(0, found))) {
      case Reading.Good good -> attributed(good.entry());
      case Reading.Faulty faulty ->
          new Read(
              null,
              faulty.faults().stream()
                  .map(fault -> new Fault(fault.column(), fault.code(), fault.message()))
                  .toList());
    };
  }

  private Read attributed(Entry entry) {
    if (system.isEmpty() || entry.accounts().isEmpty()) {
      return new Read(entry, List.of());
    }
    return ExternalId.read(system.get(), entry.accounts().getFirst().value())
        .map(id -> new Read(elsewhere(entry, id), List.of()))
        .orElseGet(
            () ->
                new Read(
                    null,
                    List.of(
                        new Fault(
                            Column.ACCOUNT,
                            "invalid_external_ids",
                            "account_id is no id that an account can have in another system"))));
  }

  private static Entry elsewhere(Entry entry, ExternalId id) {
    return new Entry(
        entry.kind(),
        entry.key(),
        List.of(Reference.external(id.system(), id.id())),
        entry.use(),
        entry.time(),
        entry.body(),
        entry.knowledge(),
        entry.source(),
        entry.line());
  }

  private static Optional<String> system(Kind kind, JsonNode account) throws Unusable {
    JsonNode system = account.path("external");
    if (system.isMissingNode() || system.isNull()) {
      return Optional.empty();
    }
    if (kind == Kind.ACCOUNT || kind == Kind.RATE) {
      throw new Unusable("account means nothing for " + kind.plural());
    }
    Optional<ExternalId> named = ExternalId.read(system.asString(""), "1");
    if (named.isEmpty() || account.size() > 1) {
      throw new Unusable(
          "account.external must be the name of a system, like crm, and stand alone");
    }
    return named.map(ExternalId::system);
  }

  private static Map<String, JsonPointer> fields(Kind kind, Mapping mapping, JsonNode json)
      throws Unusable {
    if (!json.isObject() || json.isEmpty()) {
      throw new Unusable("fields must be an object of our columns and JSON pointers");
    }
    Headers headers = new Headers(kind, mapping);
    Map<String, JsonPointer> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (headers.of(field.getKey()) instanceof Headers.Place.Nowhere) {
        throw new Unusable(
            "fields."
                + CellType.shown(field.getKey())
                + " is no column that "
                + kind.plural()
                + " have; they have "
                + String.join(", ", headers.columns().stream().map(Column::name).toList()));
      }
      fields.put(field.getKey(), pointer("fields." + field.getKey(), field.getValue()));
    }
    Optional<String> missing = headers.fault(List.copyOf(known(kind, fields.keySet())));
    if (missing.isPresent()) {
      throw new Unusable(missing.get().replace("the header", "fields"));
    }
    return Map.copyOf(fields);
  }

  /** With the id that is made up where it is not told. */
  private static Set<String> known(Kind kind, Set<String> fields) {
    Set<String> known = new java.util.TreeSet<>(fields);
    @Nullable String own = IDS.get(kind);
    if (own != null) {
      known.add(own);
    }
    return known;
  }

  /** A JSON pointer (RFC 6901). */
  public static JsonPointer pointer(String name, JsonNode json) throws Unusable {
    try {
      if (json.isString()) {
        return JsonPointer.compile(json.asString());
      }
    } catch (IllegalArgumentException _) {
      // said below
    }
    throw new Unusable(name + " must be a JSON pointer like /data/id");
  }
}
