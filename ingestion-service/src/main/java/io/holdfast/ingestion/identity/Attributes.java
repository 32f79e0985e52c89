package io.holdfast.ingestion.identity;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has been said about somebody, each piece with the time it was said for. A later statement
 * wins whatever the order of arrival.
 */
public record Attributes(Map<String, Attribute> all) {

  public record Attribute(String value, Instant at) {}

  public static final Attributes NONE = new Attributes(Map.of());

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
    return new Attributes(merged);
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
