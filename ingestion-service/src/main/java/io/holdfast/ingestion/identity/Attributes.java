package io.holdfast.ingestion.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has been said about somebody, each piece with the time it was said for. A later statement
 * wins whatever the order of arrival. Of very many traits those stated last are kept, so that an
 * account told of under ever new names stays small enough to be told to the others.
 */
public record Attributes(Map<String, Attribute> all) {

  public record Attribute(String value, Instant at) {}

  public static final Attributes NONE = new Attributes(Map.of());

  /** Names of the tenant's own begin like this. */
  public static final String TRAIT = "trait.";

  /** Systems in which an account has an id begin like this. */
  public static final String EXTERNAL = "external.";

  /** Systems in which another account has come to carry the id that this one stated. */
  static final String LOST = "lost.";

  /** Traits and ids elsewhere that are kept of one account. */
  public static final int MOST_TRAITS = 200;

  /** Characters of a trait's name. */
  public static final int TRAIT_NAME = 100;

  /** Characters of a trait's value. */
  public static final int TRAIT_VALUE = 1_000;

  private static final Comparator<Map.Entry<String, Attribute>> LATEST_FIRST =
      Map.Entry.<String, Attribute>comparingByValue(Comparator.comparing(Attribute::at).reversed())
          .thenComparing(Map.Entry.comparingByKey());

  public Attributes {
    all = Map.copyOf(all);
  }

  public Attributes told(Map<String, String> news, Instant at) {
    Map<String, Attribute> merged = new TreeMap<>(all);
    news.forEach(
        (name, value) -> {
          Attribute known = merged.get(name);
          if (known == null || !known.at().isAfter(at)) {
            merged.put(name, new Attribute(value, at));
          }
        });
    return new Attributes(withLatestTraits(merged));
  }

  /** The same without the id in a system, which is another account's now. */
  Attributes losing(String system) {
    Map<String, Attribute> left = new TreeMap<>(all);
    Attribute lost = left.remove(EXTERNAL + system);
    if (lost != null) {
      left.put(LOST + system, lost);
    }
    return new Attributes(left);
  }

  /** Times of a trait only grow, so what stands behind 200 later ones never comes back. */
  private static Map<String, Attribute> withLatestTraits(Map<String, Attribute> all) {
    all.entrySet().stream()
        .filter(attribute -> namedByOthers(attribute.getKey()))
        .sorted(LATEST_FIRST)
        .skip(MOST_TRAITS)
        .map(Map.Entry::getKey)
        .toList()
        .forEach(all::remove);
    return all;
  }

  private static boolean namedByOthers(String name) {
    return name.startsWith(TRAIT) || name.startsWith(EXTERNAL) || name.startsWith(LOST);
  }

  public @Nullable String get(String name) {
    Attribute attribute = all.get(name);
    return attribute == null ? null : attribute.value();
  }

  /** Those whose name begins with the prefix, without it, in order. */
  public Map<String, String> below(String prefix) {
    Map<String, String> found = new TreeMap<>();
    all.forEach(
        (name, attribute) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), attribute.value());
          }
        });
    return found;
  }

  /** Whether both say the same, whenever they said it. */
  public boolean sameAs(Attributes other) {
    return below("").equals(other.below(""));
  }
}
