package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.ingestion.identity.Attributes.Attribute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Statements about accounts merged into what is known, in the order heard.
 *
 * <p>An id in another system belongs to the account that carries it until that account states
 * another one for the system. A newcomer's line of a file is refused whole; of what another door
 * took, the rest is told and the id waits.
 */
final class AccountStatements {
  private final Map<String, Attributes> known;
  private final Set<String> created;
  private final Map<String, String> holders;

  private final Map<Entry, Verdict> verdicts = new IdentityHashMap<>();
  private final Map<Entry, Taken> refused = new IdentityHashMap<>();
  private final Map<String, Attributes> next = new TreeMap<>();
  private final Map<String, Told> changed = new TreeMap<>();
  private final Map<String, Entry> waiting = new TreeMap<>();
  private final Map<String, Map<String, Taken>> takenOf = new HashMap<>();
  private final Map<String, String> claimed = new TreeMap<>();
  private final Set<Carried> freed = new HashSet<>();

  /** An id in another system, as {@code system=id}, and the account that carries it. */
  record Carried(String reference, String accountId) {}

  /**
   * @param created the accounts of which nothing was known
   * @param holders who carries the ids that the statements name, by {@code system=id}
   */
  AccountStatements(
      Map<String, Attributes> known, Set<String> created, Map<String, String> holders) {
    this.known = known;
    this.created = created;
    this.holders = new HashMap<>(holders);
  }

  /** The ids in other systems that a statement names, as {@code system=id}. */
  static List<String> externalIds(Entry statement) {
    return AttributesJson.told(statement.body()).entrySet().stream()
        .filter(told -> told.getKey().startsWith(Attributes.EXTERNAL))
        .map(
            told ->
                reference(told.getKey().substring(Attributes.EXTERNAL.length()), told.getValue()))
        .toList();
  }

  void hear(Entry statement) {
    String id = statement.key();
    Attributes before = next.getOrDefault(id, known.getOrDefault(id, Attributes.NONE));
    Map<String, String> told = AttributesJson.told(statement.body());
    List<Taken> taken = taken(id, told, before, statement.time());
    if (!taken.isEmpty() && statement.knowledge().load() != null) {
      refused.put(statement, taken.getFirst());
      verdicts.put(statement, Verdict.REFUSED);
      return;
    }
    taken.forEach(one -> told.remove(Attributes.EXTERNAL + one.system()));
    Attributes after = before.told(told, statement.time());
    boolean same = after.sameAs(before) && (next.containsKey(id) || !created.contains(id));
    verdicts.put(statement, same ? Verdict.DUPLICATE : Verdict.ACCEPTED);
    if (!same || !after.equals(before)) {
      next.put(id, after);
    }
    if (!same) {
      changed.put(id, new Told(statement, id, AccountPicture.body(id, after)));
      carry(id, before.below(Attributes.EXTERNAL), after.below(Attributes.EXTERNAL));
    }
    if (!taken.isEmpty()) {
      verdicts.put(statement, Verdict.WAITING);
      wait(statement, taken);
    }
  }

  private List<Taken> taken(String id, Map<String, String> told, Attributes before, Instant time) {
    List<Taken> taken = new ArrayList<>();
    told.forEach(
        (name, value) -> {
          Attribute said = before.all().get(name);
          boolean news = said == null || !said.value().equals(value) && !said.at().isAfter(time);
          if (name.startsWith(Attributes.EXTERNAL) && news) {
            String system = name.substring(Attributes.EXTERNAL.length());
            String holder = holders.getOrDefault(reference(system, value), id);
            if (!holder.equals(id)) {
              taken.add(new Taken(system, value, holder));
            }
          }
        });
    return taken;
  }

  private void carry(String id, Map<String, String> before, Map<String, String> after) {
    before.forEach(
        (system, value) -> {
          if (!value.equals(after.get(system))) {
            String reference = reference(system, value);
            holders.remove(reference, id);
            claimed.remove(reference, id);
            freed.add(new Carried(reference, id));
          }
        });
    after.forEach(
        (system, value) -> {
          if (!value.equals(before.get(system))) {
            holders.put(reference(system, value), id);
            claimed.put(reference(system, value), id);
          }
        });
  }

  private void wait(Entry statement, List<Taken> taken) {
    Map<String, Taken> ids = takenOf.computeIfAbsent(statement.key(), _ -> new TreeMap<>());
    taken.forEach(one -> ids.put(one.system(), one));
    JsonText body = new JsonText();
    ids.values().forEach(one -> body.text(Attributes.EXTERNAL + one.system(), one.id()));
    waiting.put(
        statement.key(),
        new Entry(
            statement.kind(),
            statement.key(),
            List.of(),
            null,
            statement.time(),
            body.end(),
            statement.knowledge(),
            statement.source(),
            statement.line()));
  }

  private Map<Entry, String> waiting() {
    Map<Entry, String> details = new IdentityHashMap<>();
    waiting.forEach(
        (id, entry) ->
            details.put(
                entry,
                takenOf.getOrDefault(id, Map.of()).values().stream()
                    .map(Taken::text)
                    .collect(Collectors.joining("; "))));
    return details;
  }

  private static String reference(String system, String id) {
    return system + "=" + id;
  }

  /** What the accounts that were spoken of are now. */
  Map<String, Attributes> next() {
    return next;
  }

  /** Accounts that were created for statements which were refused. */
  Set<String> unfounded() {
    Set<String> unfounded = new HashSet<>(created);
    unfounded.removeAll(next.keySet());
    return unfounded;
  }

  /** Who has come to carry which id, as {@code system=id}. */
  Map<String, String> claimed() {
    return claimed;
  }

  /** Which ids are carried no longer. */
  Collection<Carried> freed() {
    return freed;
  }

  Telling telling() {
    boolean appeared = created.stream().anyMatch(next::containsKey) || !claimed.isEmpty();
    return new Telling(verdicts, new ArrayList<>(changed.values()), appeared, refused, waiting());
  }
}
