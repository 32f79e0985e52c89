package io.holdfast.tenancy.erasing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody to be forgotten, as far as the names tell a service who.
 *
 * <p>An id is found where it is a whole text of its own, in quotes, or, unless it is so short that
 * it may be anything, a word of a text. An address is found by its digest, wherever one stands.
 *
 * @param ids exactly as they are; a blank one names nobody
 * @param addresses digests of e-mail addresses, see {@link #digest}
 * @param opaque what stands for the person now
 */
public record ErasedPerson(Set<String> ids, Set<String> addresses, String opaque) {
  private static final int SHORTEST_WORD = 6;
  private static final String PLAIN = "[^\\s\"'<>()\\[\\]{},;:\\\\|=/?&@%]";

  /** Begun at the beginning of a word only, so that a long one is not read again and again. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?<!" + PLAIN + ")" + PLAIN + "++(?:@|%40)" + PLAIN + "++");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  public ErasedPerson {
    if (opaque.isBlank()) {
      throw new IllegalArgumentException("nothing stands for the person to be erased");
    }
    ids = ids.stream().filter(id -> !id.isBlank()).collect(Collectors.toUnmodifiableSet());
    addresses = Set.copyOf(addresses);
  }

  /** What an address is told by: those who hold it know it again, others learn nothing of it. */
  public static String digest(String address, String opaque) {
    try {
      byte[] text =
          (opaque + "\n" + address.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether a text, of whatever form, names the person. */
  public boolean isIn(String text) {
    return quoted().matcher(text).find()
        || word().matcher(text).find()
        || ADDRESS.matcher(text).results().map(MatchResult::group).anyMatch(this::isAddress);
  }

  /** The text with what stands for the person in the place of her names. JSON stays JSON. */
  public String without(String text) {
    JsonNode json = json(text);
    if (json == null) {
      return withoutInPlain(text);
    }
    JsonNode left = without(json);
    return left.equals(json) ? text : left.toString();
  }

  private JsonNode without(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JSON.createObjectNode();
        object
            .properties()
            .forEach(
                member -> copy.set(withoutInPlain(member.getKey()), without(member.getValue())));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JSON.createArrayNode();
        array.forEach(item -> copy.add(without(item)));
        yield copy;
      }
      default ->
          node.isString()
              ? JSON.getNodeFactory().stringNode(withoutInPlain(node.asString()))
              : node;
    };
  }

  private String withoutInPlain(String text) {
    if (ids.contains(text)) {
      return opaque;
    }
    String words = replaced(word(), text);
    String quotes = quoted().matcher(words).replaceAll("$1" + Matcher.quoteReplacement(opaque));
    return ADDRESS
        .matcher(quotes)
        .replaceAll(
            found -> Matcher.quoteReplacement(isAddress(found.group()) ? opaque : found.group()));
  }

  private String replaced(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(opaque));
  }

  private boolean isAddress(String found) {
    String address = found.replace("%40", "@");
    return Stream.of(address, address.replaceAll("[.!?]+$", ""))
        .anyMatch(one -> addresses.contains(digest(one, opaque)));
  }

  /** An id in quotes, of JSON too that stands in a text of JSON. */
  private Pattern quoted() {
    return pattern("([\"'])(?:", ids.stream(), ")(?=\\\\?[\"'])");
  }

  /** An id that is long enough to be nothing else. */
  private Pattern word() {
    return pattern(
        "(?<![\\p{L}\\p{N}_@-])(?:",
        ids.stream().filter(id -> id.length() >= SHORTEST_WORD),
        ")(?![\\p{L}\\p{N}_@-])");
  }

  private static Pattern pattern(String before, Stream<String> ids, String behind) {
    String any = forms(ids).map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile(any.isEmpty() ? "((?!))" : before + any + behind);
  }

  /** The ids as they are, and as they stand in JSON. */
  Set<String> forms() {
    return forms(ids.stream()).collect(Collectors.toSet());
  }

  private static Stream<String> forms(Stream<String> ids) {
    return ids.flatMap(id -> Stream.of(id, escaped(id))).distinct();
  }

  /** As it stands inside of a text of JSON. */
  private static String escaped(String id) {
    String quoted = JSON.writeValueAsString(id);
    return quoted.substring(1, quoted.length() - 1);
  }

  private static @Nullable JsonNode json(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return json.isContainer() ? json : null;
    } catch (JacksonException _) {
      return null;
    }
  }
}
