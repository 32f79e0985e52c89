package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.entry.Reference.Scheme;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.ingestion.identity.Attributes.Attribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Statements about accounts merged into what is known, in the order heard.
 *
 * <p>An id in another system has one account, the one that came to state it last: whoever carried
 * it before loses it. Repeating what was said before moves nothing.
 */
final class AccountStatements {
  private final Map<String, Attributes> known;
  private final Set<String> created;
  private final Map<String, String> holders;

  private final Map<Entry, Verdict> verdicts = new IdentityHashMap<>();
  private final Map<String, Attributes> next = new TreeMap<>();
  private final Map<String, Told> changed = new TreeMap<>();
  private final Map<String, String> claimed = new TreeMap<>();
  private final Set<Carried> freed = new HashSet<>();

  /** An id in another system, as {@code system=id}, and the account that carries it. */
  record Carried(String reference, String accountId) {}

  /**
   * @param known of the accounts spoken of, and of those that carry ids the statements name
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
    Attributes before = current(id);
    Map<String, String> told = new TreeMap<>();
    AttributesJson.told(statement.body())
        .forEach(
            (name, value) -> {
              String system = system(name);
              boolean granted = system == null || granted(statement, before, system, value);
              told.put(granted ? name : Attributes.LOST + system, value);
            });
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
  }

  private Attributes current(String id) {
    return next.getOrDefault(id, known.getOrDefault(id, Attributes.NONE));
  }

  /** Whether the account may have the id; who carried it has lost it then. */
  private boolean granted(Entry statement, Attributes before, String system, String value) {
    String holder = holders.getOrDefault(reference(system, value), statement.key());
    if (holder.equals(statement.key())) {
      return true;
    }
    Attribute carried = current(holder).all().get(Attributes.EXTERNAL + system);
    Attribute own = before.all().get(Attributes.EXTERNAL + system);
    if (value.equals(before.get(Attributes.LOST + system))
        || carried != null && carried.at().isAfter(statement.time())) {
      return false;
    }
    if (own == null || !own.at().isAfter(statement.time())) {
      lose(holder, system, statement);
    }
    return true;
  }

  private void lose(String holder, String system, Entry because) {
    Attributes without = current(holder).losing(system);
    next.put(holder, without);
    Entry statement =
        new Entry(
            because.kind(),
            holder,
            List.of(Reference.account(holder)),
            null,
            because.time(),
            because.body(),
            because.knowledge(),
            because.source(),
            because.line());
    changed.put(holder, new Told(statement, holder, AccountPicture.body(holder, without)));
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

  private static @Nullable String system(String name) {
    return name.startsWith(Attributes.EXTERNAL)
        ? name.substring(Attributes.EXTERNAL.length())
        : null;
  }

  private static String reference(String system, String id) {
    return system + "=" + id;
  }

  /** What the accounts that were spoken of, or lost an id, are now. */
  Map<String, Attributes> next() {
    return next;
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
    Set<Reference> appeared = new HashSet<>();
    created.forEach(id -> appeared.add(Reference.account(id)));
    claimed.keySet().forEach(id -> appeared.add(new Reference(Scheme.EXTERNAL, id)));
    return new Telling(verdicts, new ArrayList<>(changed.values()), appeared);
  }
}
