package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What an account takes over from one that is merged into it: what nobody said of itself. */
public final class Inheritance {
  private static final String PARENT = "parentAccountId";

  private Inheritance() {}

  /**
   * Statements about the heir, one for each time for which something was said of the other.
   *
   * @param said of both
   */
  public static List<Entry> of(
      String from, String heir, Map<String, Attributes> said, Instant now) {
    Attributes own = Objects.requireNonNull(said.get(heir));
    Map<Instant, Map<String, String>> byTime = new TreeMap<>();
    Objects.requireNonNull(said.get(from))
        .all()
        .forEach(
            (name, attribute) -> {
              boolean itself = name.equals(PARENT) && attribute.value().equals(heir);
              if (own.get(name) == null && !name.startsWith(Attributes.LOST) && !itself) {
                byTime
                    .computeIfAbsent(attribute.at(), _ -> new TreeMap<>())
                    .put(name, attribute.value());
              }
            });
    return byTime.entrySet().stream()
        .map(told -> statement(heir, told.getKey(), told.getValue(), now))
        .toList();
  }

  private static Entry statement(
      String account, Instant time, Map<String, String> told, Instant now) {
    JsonText body = new JsonText();
    told.forEach(body::text);
    return new Entry(
        Kind.ACCOUNT,
        account,
        List.of(Reference.account(account)),
        null,
        time,
        body.end(),
        Knowledge.observed(now),
        "api",
        0);
  }
}
