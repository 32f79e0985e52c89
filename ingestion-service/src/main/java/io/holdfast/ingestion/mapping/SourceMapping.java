package io.holdfast.ingestion.mapping;

import io.holdfast.ingestion.imports.ObjectReading.Fault;
import io.holdfast.ingestion.imports.ObjectReading.Read;
import io.holdfast.ingestion.imports.RecordMapping;
import io.holdfast.ingestion.imports.RecordMapping.Unusable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a source's deliveries become.
 *
 * @param items where the objects of a delivery stand; empty when it is one itself
 * @param rules the first one that fits an object makes an entry of it
 * @param ignoresOthers whether what no rule fits is passed over, or waits in quarantine
 */
record SourceMapping(Optional<JsonPointer> items, List<Rule> rules, boolean ignoresOthers) {
  private static final int MOST_RULES = 50;
  private static final int MOST_ITEMS = 1_000;
  private static final Set<String> KEYS = Set.of("items", "rules", "otherwise");
  private static final Set<String> RULE_KEYS =
      Set.of("when", "kind", "fields", "constants", "values", "dateFormat", "account");

  /**
   * @param when places and the values allowed there
   */
  record Rule(Map<JsonPointer, Set<String>> when, RecordMapping mapping) {
    boolean fits(JsonNode item) {
      return when.entrySet().stream()
          .allMatch(
              place -> {
                JsonNode value = item.at(place.getKey());
                return value.isValueNode() && place.getValue().contains(value.asString());
              });
    }
  }

  static SourceMapping parse(JsonNode json) throws Unusable {
    known("", json, KEYS);
    JsonNode rules = json.path("rules");
    if (!rules.isArray() || rules.isEmpty() || rules.size() > MOST_RULES) {
      throw new Unusable("rules must be a list of 1 to " + MOST_RULES);
    }
    List<Rule> read = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      try {
        known("", rules.get(i), RULE_KEYS);
        read.add(new Rule(when(rules.get(i).path("when")), RecordMapping.parse(rules.get(i))));
      } catch (Unusable unusable) {
        throw new Unusable("rules[" + i + "]: " + unusable.getMessage());
      }
    }
    String otherwise = json.path("otherwise").asString("quarantine");
    if (!otherwise.equals("quarantine") && !otherwise.equals("ignore")) {
      throw new Unusable("otherwise must be quarantine or ignore");
    }
    return new SourceMapping(
        json.hasNonNull("items")
            ? Optional.of(RecordMapping.pointer("items", json.path("items")))
            : Optional.empty(),
        List.copyOf(read),
        otherwise.equals("ignore"));
  }

  /** The objects of a delivery; empty when they are not where they should be, or too many. */
  Optional<List<JsonNode>> items(JsonNode body) {
    if (items.isEmpty()) {
      return Optional.of(List.of(body));
    }
    JsonNode found = body.at(items.get());
    return found.isArray() && found.size() <= MOST_ITEMS
        ? Optional.of(List.copyOf(found.values()))
        : Optional.empty();
  }

  String itemsMissing() {
    return "there is no list of at most %,d objects at %s"
        .formatted(MOST_ITEMS, items.map(JsonPointer::toString).orElse(""));
  }

  /** What one object becomes; empty when it is passed over. */
  Optional<Read> read(JsonNode item, Instant receivedAt, String source, String id) {
    for (Rule rule : rules) {
      if (rule.fits(item)) {
        return Optional.of(rule.mapping().read(item, receivedAt, source, id));
      }
    }
    return ignoresOthers
        ? Optional.empty()
        : Optional.of(new Read(null, List.of(new Fault(null, "no_rule", "no rule fits it"))));
  }

  private static Map<JsonPointer, Set<String>> when(JsonNode json) throws Unusable {
    Map<JsonPointer, Set<String>> when = new HashMap<>();
    if (json.isMissingNode() || json.isNull()) {
      return when;
    }
    if (!json.isObject()) {
      throw new Unusable("when must be an object of JSON pointers and values");
    }
    for (Map.Entry<String, JsonNode> one : json.properties()) {
      JsonNode allowed = one.getValue();
      Set<String> values = new HashSet<>();
      for (JsonNode value : allowed.isArray() ? List.copyOf(allowed.values()) : List.of(allowed)) {
        if (!value.isValueNode()) {
          throw new Unusable("when." + one.getKey() + " must be a value or a list of values");
        }
        values.add(value.asString());
      }
      when.put(
          RecordMapping.pointer("when." + one.getKey(), StringNode.valueOf(one.getKey())), values);
    }
    return when;
  }

  private static void known(String where, JsonNode json, Set<String> keys) throws Unusable {
    if (!json.isObject()) {
      throw new Unusable(where + "must be a JSON object");
    }
    for (String name : json.propertyNames()) {
      if (!keys.contains(name)) {
        throw new Unusable(
            where
                + name
                + " is not known; there are "
                + keys.stream().sorted().collect(Collectors.joining(", ")));
      }
    }
  }
}
