package io.holdfast.ingestion.admission;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.identity.Attributes;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is said of an account that was merged is said of the one that it is now. Its ids in other
 * systems stay its own: they lead to that one all the same, and so never take the place of those
 * that it carries itself.
 */
final class MergedStatements {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private MergedStatements() {}

  /** Whether entries say something that a merge must neither miss nor lose. */
  static boolean matterTo(List<Entry> entries) {
    return entries.stream()
        .anyMatch(entry -> entry.kind() == Kind.ACCOUNT || entry.kind() == Kind.CONTACT);
  }

  /** The accounts that something is said of. */
  static Set<String> accounts(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.kind() == Kind.ACCOUNT)
        .map(Entry::key)
        .collect(Collectors.toSet());
  }

  /**
   * @param merged what accounts are now that are not themselves any more
   */
  static Masking settled(Masking said, Map<String, String> merged) {
    if (merged.isEmpty()) {
      return said;
    }
    Map<Entry, Entry> originals = new IdentityHashMap<>(said.originals());
    List<Entry> settled = new ArrayList<>(said.entries().size());
    for (Entry entry : said.entries()) {
      String into = entry.kind() == Kind.ACCOUNT ? merged.get(entry.key()) : null;
      List<Entry> parts = into == null ? List.of(entry) : parts(entry, into);
      settled.addAll(parts);
      if (into != null) {
        Entry original = said.originals().getOrDefault(entry, entry);
        parts.forEach(part -> originals.put(part, original));
      }
    }
    return new Masking(settled, originals);
  }

  private static List<Entry> parts(Entry statement, String into) {
    ObjectNode carried = JSON.createObjectNode();
    ObjectNode other = JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> told : JSON.readTree(statement.body()).properties()) {
      boolean id = told.getKey().startsWith(Attributes.EXTERNAL);
      (id ? carried : other).set(told.getKey(), told.getValue());
    }
    List<Entry> parts = new ArrayList<>();
    if (!carried.isEmpty()) {
      parts.add(of(statement, statement.key(), carried));
    }
    if (!other.isEmpty() || carried.isEmpty()) {
      parts.add(of(statement, into, other));
    }
    return parts;
  }

  private static Entry of(Entry statement, String account, ObjectNode body) {
    return new Entry(
        Kind.ACCOUNT,
        account,
        List.of(Reference.account(account)),
        null,
        statement.time(),
        body.toString(),
        statement.knowledge(),
        statement.source(),
        statement.line());
  }
}
