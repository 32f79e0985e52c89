package io.holdfast.ingestion.facts;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.imports.ObjectReading;
import io.holdfast.ingestion.imports.ObjectReading.Fault;
import io.holdfast.ingestion.imports.ObjectReading.Read;
import io.holdfast.tenancy.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The facts of one request or delivery, each read. */
record FactList(List<Read> facts) {
  private static final int MOST = 1_000;

  FactList {
    facts = List.copyOf(facts);
  }

  /** What is wrong with the fact at an index. */
  record IndexedFault(int index, @Nullable String field, String code, String message) {}

  /**
   * One object or a list of 1 to 1,000.
   *
   * @param ids for those without an id of their own, by index
   */
  static FactList read(JsonNode body, ObjectReading reading, IntFunction<String> ids) {
    List<JsonNode> items = body.isArray() ? List.copyOf(body.values()) : List.of(body);
    if (items.isEmpty() || items.size() > MOST) {
      throw Problem.unprocessable("invalid_facts", "A request may have 1 to 1,000 facts.");
    }
    List<Read> facts = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.get(i);
      if (item instanceof ObjectNode fact && !fact.hasNonNull("factId")) {
        fact.put("factId", ids.apply(i));
      }
      facts.add(reading.read(item));
    }
    return new FactList(facts);
  }

  List<Entry> entries() {
    return facts.stream().map(Read::entry).filter(Objects::nonNull).toList();
  }

  List<IndexedFault> faults() {
    List<IndexedFault> faults = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      for (Fault fault : facts.get(i).faults()) {
        faults.add(new IndexedFault(i, fault.field(), fault.code(), fault.message()));
      }
    }
    return faults;
  }
}
