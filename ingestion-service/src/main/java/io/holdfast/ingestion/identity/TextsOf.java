package io.holdfast.ingestion.identity;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What in JSON of an unknown form may be somebody's name: to be looked for among the erased. */
public final class TextsOf {
  private static final Pattern DELIMITERS = Pattern.compile("[\\s\"'<>()\\[\\]{},;:\\\\|=/?&]+");

  private TextsOf() {}

  /** Names of members, texts and numbers, as they are and in lower case, and addresses in them. */
  public static Set<String> all(JsonNode json) {
    Set<String> texts = new HashSet<>();
    collect(json, texts);
    return texts;
  }

  private static void collect(JsonNode node, Set<String> texts) {
    if (node instanceof ObjectNode object) {
      object.propertyNames().forEach(name -> add(name, texts));
    }
    if (node.isContainer()) {
      node.forEach(child -> collect(child, texts));
    } else if (node.isString() || node.isNumber()) {
      add(node.asString(), texts);
    }
  }

  private static void add(String text, Set<String> texts) {
    String lower = text.toLowerCase(Locale.ROOT);
    texts.add(text);
    texts.add(lower);
    if (lower.indexOf('@') >= 0) {
      DELIMITERS.splitAsStream(lower).filter(word -> word.contains("@")).forEach(texts::add);
    }
  }
}
