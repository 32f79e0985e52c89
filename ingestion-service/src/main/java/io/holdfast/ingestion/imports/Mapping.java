package io.holdfast.ingestion.imports;

import io.holdfast.ingestion.entry.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a file's own words become Holdfast's.
 *
 * @param columns their header, in lower case, to our column; to nothing when it is to be left out
 * @param constants our column to the value it has in lines that have none
 * @param values our column to their value to ours
 * @param times how dates are written
 * @param via the column that leads to the account instead of {@code account_id}
 */
record Mapping(
    Map<String, String> columns,
    Map<String, String> constants,
    Map<String, Map<String, String>> values,
    TimeReading times,
    Optional<String> via) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> KEYS =
      Set.of("columns", "constants", "values", "dateFormat", "account");
  private static final String SUBSCRIPTION = "subscription_id";

  static final Mapping NONE =
      new Mapping(Map.of(), Map.of(), Map.of(), TimeReading.iso(), Optional.empty());

  /** Says which key of a mapping cannot be followed, and why. */
  static final class Refused extends Exception {
    Refused(String key, String why) {
      super("mapping." + key + " " + why, null, false, false);
    }

    Refused(String why) {
      super("mapping " + why, null, false, false);
    }
  }

  static Mapping parse(Kind kind, @Nullable String text) throws Refused {
    if (text == null || text.isBlank()) {
      return NONE;
    }
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JacksonException _) {
      throw new Refused("is not JSON");
    }
    if (!json.isObject()) {
      throw new Refused("must be a JSON object");
    }
    for (String key : json.propertyNames()) {
      if (!KEYS.contains(key)) {
        throw new Refused(
            key, "is not known; there are columns, constants, values, dateFormat and account");
      }
    }
    TimeReading times = times(json.path("dateFormat"));
    return new Mapping(
        columns(kind, json.path("columns")),
        constants(kind, json.path("constants"), times),
        values(kind, json.path("values")),
        times,
        via(kind, json.path("account")));
  }

  /**
   * Our column for one of their headers: as mapped, else of the same name; empty for what is not
   * ours.
   */
  Optional<String> target(String header, Set<String> ours) {
    String name = header.toLowerCase(Locale.ROOT);
    String mapped = columns.get(name);
    if (mapped != null) {
      return mapped.isEmpty() ? Optional.empty() : Optional.of(mapped);
    }
    return ours.contains(name) && !columns.containsValue(name)
        ? Optional.of(name)
        : Optional.empty();
  }

  boolean leftOut(String header) {
    return "".equals(columns.get(header.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, String> columns(Kind kind, JsonNode json) throws Refused {
    Map<String, String> columns = new HashMap<>();
    Set<String> targets = new HashSet<>();
    for (Map.Entry<String, JsonNode> member : members(json, "columns")) {
      String key = "columns." + member.getKey();
      String target = member.getValue().isNull() ? "" : string(member.getValue(), key);
      if (!target.isEmpty()
          && kind != Kind.ACCOUNT
          && column(kind, target).isEmpty()
          && !target.equals(SUBSCRIPTION)) {
        throw new Refused(
            key,
            "names '"
                + target
                + "', which "
                + kind.plural()
                + " do not have; they have "
                + names(kind));
      }
      if (!target.isEmpty() && !targets.add(target)) {
        throw new Refused(key, "names '" + target + "' a second time");
      }
      columns.put(member.getKey().strip().toLowerCase(Locale.ROOT), target);
    }
    return Map.copyOf(columns);
  }

  private static Map<String, String> constants(Kind kind, JsonNode json, TimeReading times)
      throws Refused {
    Map<String, String> constants = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : members(json, "constants")) {
      String key = "constants." + member.getKey();
      Column column = known(kind, member.getKey(), key);
      String value = text(member.getValue(), key);
      try {
        String read = CellReading.read(column, value, times);
        if (!read.isEmpty()) {
          constants.put(column.name(), read);
        }
      } catch (CellFault fault) {
        throw new Refused(key, String.valueOf(fault.getMessage()));
      }
    }
    return Map.copyOf(constants);
  }

  private static Map<String, Map<String, String>> values(Kind kind, JsonNode json) throws Refused {
    Map<String, Map<String, String>> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : members(json, "values")) {
      Column column = known(kind, member.getKey(), "values." + member.getKey());
      Map<String, String> ours = new HashMap<>();
      for (Map.Entry<String, JsonNode> value :
          members(member.getValue(), "values." + member.getKey())) {
        String key = "values." + member.getKey() + "." + value.getKey();
        String mapped = value.getValue().isNull() ? "" : text(value.getValue(), key);
        if (!mapped.isEmpty() && !column.oneOf().isEmpty() && !column.oneOf().contains(mapped)) {
          throw new Refused(
              key, "is '" + mapped + "'; it must be one of " + String.join(", ", column.oneOf()));
        }
        ours.put(value.getKey().strip().toLowerCase(Locale.ROOT), mapped);
      }
      values.put(column.name(), Map.copyOf(ours));
    }
    return Map.copyOf(values);
  }

  private static TimeReading times(JsonNode json) throws Refused {
    if (json.isMissingNode() || json.isNull()) {
      return TimeReading.iso();
    }
    try {
      String pattern = string(json, "dateFormat");
      if (!pattern.isEmpty()) {
        return TimeReading.of(pattern);
      }
    } catch (IllegalArgumentException _) {
      // said below
    }
    throw new Refused("dateFormat", "is no pattern like yyyy-MM-dd or dd.MM.yyyy HH:mm");
  }

  private static Optional<String> via(Kind kind, JsonNode json) throws Refused {
    if (json.isMissingNode() || json.isNull()) {
      return Optional.empty();
    }
    String via = json.path("via").asString("");
    if (!via.equals(SUBSCRIPTION)) {
      throw new Refused("account.via", "must be subscription_id");
    }
    if (kind == Kind.ACCOUNT || kind == Kind.RATE || kind == Kind.SUBSCRIPTION) {
      throw new Refused("account", "means nothing for " + kind.plural());
    }
    return Optional.of(via);
  }

  private static Iterable<Map.Entry<String, JsonNode>> members(JsonNode json, String key)
      throws Refused {
    if (json.isMissingNode() || json.isNull()) {
      return List.of();
    }
    if (!json.isObject()) {
      throw new Refused(key, "must be a JSON object");
    }
    return json.properties();
  }

  private static Column known(Kind kind, String name, String key) throws Refused {
    Optional<Column> column = column(kind, name);
    if (column.isEmpty()) {
      throw new Refused(
          key, "is for no column that " + kind.plural() + " have; they have " + names(kind));
    }
    return column.get();
  }

  private static Optional<Column> column(Kind kind, String name) {
    return name.equals(Column.RECORDED_AT.name())
        ? Optional.of(Column.RECORDED_AT)
        : Column.of(kind).stream().filter(column -> column.name().equals(name)).findFirst();
  }

  private static String names(Kind kind) {
    return String.join(", ", Column.of(kind).stream().map(Column::name).toList()) + ", recorded_at";
  }

  private static String string(JsonNode json, String key) throws Refused {
    if (!json.isString()) {
      throw new Refused(key, "must be a text");
    }
    return json.asString().strip();
  }

  /** A value of the file, which may be a number or a truth value there. */
  private static String text(JsonNode json, String key) throws Refused {
    if (!json.isValueNode() || json.isNull()) {
      throw new Refused(key, "must be a text, a number, true or false");
    }
    return json.asString().strip();
  }
}
