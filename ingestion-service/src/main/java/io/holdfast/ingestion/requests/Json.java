package io.holdfast.ingestion.requests;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What bytes are as JSON, or why they are none. Of a name that stands twice in an object the last
 * value counts.
 */
public record Json(@Nullable JsonNode node, @Nullable Fault fault) {
  /** Numbers keep the digits they were sent with, because ids and traits may be numbers. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final int DEEPEST = StreamReadConstraints.DEFAULT_MAX_DEPTH;

  /** Why something is not JSON, and where. */
  public record Fault(String code, String message) {}

  public static Json read(byte[] bytes) {
    if (bytes.length == 0) {
      return fault("empty_body", "There is no body. Send JSON.");
    }
    if (wide(bytes)) {
      return notUtf8();
    }
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (node.isMissingNode()) {
        return fault("empty_body", "There is nothing in the body. Send JSON.");
      }
      return new Json(node, null);
    } catch (StreamConstraintsException beyond) {
      return String.valueOf(beyond.getMessage()).contains("depth")
          ? tooDeep()
          : fault(
              "malformed_json",
              "A name or number in the body is too long" + place(beyond.getLocation()) + ".");
    } catch (JacksonException broken) {
      return utf8(bytes)
          ? fault("malformed_json", "The body is not JSON" + place(broken.getLocation()) + ".")
          : notUtf8();
    }
  }

  public <X extends Throwable> JsonNode orElseThrow(Function<Fault, X> failure) throws X {
    if (node == null) {
      throw failure.apply(fault == null ? new Fault("malformed_json", "") : fault);
    }
    return node;
  }

  private static Json fault(String code, String message) {
    return new Json(null, new Fault(code, message));
  }

  private static Json tooDeep() {
    return fault(
        "json_too_deep", "Objects and lists may stand in each other " + DEEPEST + " deep.");
  }

  private static Json notUtf8() {
    return fault(
        "not_utf8", "The body is not in UTF-8, which JSON is sent in whatever a header says.");
  }

  private static String place(@Nullable TokenStreamLocation place) {
    return place == null
        ? ""
        : ": line " + place.getLineNr() + ", character " + place.getColumnNr();
  }

  /** UTF-16 and UTF-32 have a mark, or a zero beside their first character, which is ASCII. */
  private static boolean wide(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int mark = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    return mark == 0xfeff || mark == 0xfffe || bytes[0] == 0 || bytes[1] == 0;
  }

  private static boolean utf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
