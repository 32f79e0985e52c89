package io.holdfast.ingestion.requests;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What bytes are as JSON, or why they are none. Of a name that stands twice in an object the last
 * value counts.
 *
 * @param <T> a tree, or what was read of the tokens
 */
public record Json<T>(@Nullable T value, @Nullable Fault fault) {
  /** Numbers keep the digits they were sent with, because ids and traits may be numbers. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final int DEEPEST = StreamReadConstraints.DEFAULT_MAX_DEPTH;

  /** Why something is not JSON, and where. */
  public record Fault(String code, String message) {}

  private interface Reading<T> {
    @Nullable T read(byte[] bytes);
  }

  /** The bytes as a tree. */
  public static Json<JsonNode> read(byte[] bytes) {
    Json<JsonNode> read = of(bytes, some -> MAPPER.readTree(some));
    return read.value != null && read.value.isMissingNode() ? nothing() : read;
  }

  /**
   * What a reading makes of the tokens of one value, without a tree. It begins at the value's first
   * token and ends at its last. What it passes over is checked all the same if it does so by {@link
   * #passOver}: it can be read as a tree later.
   */
  public static <T> Json<T> tokens(byte[] bytes, Function<JsonParser, T> reading) {
    Json<T> read = of(bytes, some -> one(some, reading));
    if (read.fault != null || utf8(bytes)) {
      return read.fault == null && read.value == null ? nothing() : read;
    }
    return notUtf8();
  }

  /** Goes on to the last token of the value whose first token is the current one. */
  public static void passOver(JsonParser json) {
    int open = 0;
    for (JsonToken token = json.currentToken(); ; token = json.nextToken()) {
      if (token == JsonToken.VALUE_NUMBER_FLOAT) {
        json.getDecimalValue(); // fails where no tree could hold it
      }
      open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (open == 0) {
        return;
      }
    }
  }

  private static <T> @Nullable T one(byte[] bytes, Function<JsonParser, T> reading) {
    try (JsonParser json = MAPPER.createParser(bytes)) {
      if (json.nextToken() == null) {
        return null;
      }
      T read = reading.apply(json);
      if (json.nextToken() != null) {
        throw new StreamReadException(json, "more behind the value");
      }
      return read;
    }
  }

  private static <T> Json<T> of(byte[] bytes, Reading<T> reading) {
    if (bytes.length == 0) {
      return fault("empty_body", "There is no body. Send JSON.");
    }
    if (wide(bytes)) {
      return notUtf8();
    }
    try {
      return new Json<>(reading.read(bytes), null);
    } catch (StreamConstraintsException beyond) {
      return String.valueOf(beyond.getMessage()).contains("depth")
          ? tooDeep()
          : fault(
              "malformed_json",
              "A name or number in the body is too long" + place(beyond.getLocation()) + ".");
    } catch (NumberFormatException _) {
      return fault("malformed_json", "A number in the body is too large to be kept.");
    } catch (JacksonException broken) {
      return utf8(bytes)
          ? fault("malformed_json", "The body is not JSON" + place(broken.getLocation()) + ".")
          : notUtf8();
    }
  }

  public <X extends Throwable> T orElseThrow(Function<Fault, X> failure) throws X {
    if (value == null) {
      throw failure.apply(fault == null ? new Fault("malformed_json", "") : fault);
    }
    return value;
  }

  private static <T> Json<T> fault(String code, String message) {
    return new Json<>(null, new Fault(code, message));
  }

  private static <T> Json<T> nothing() {
    return fault("empty_body", "There is nothing in the body. Send JSON.");
  }

  private static <T> Json<T> tooDeep() {
    return fault(
        "json_too_deep", "Objects and lists may stand in each other " + DEEPEST + " deep.");
  }

  private static <T> Json<T> notUtf8() {
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
    return ascii(bytes) || decodes(bytes);
  }

  private static boolean ascii(byte[] bytes) {
    int all = 0;
    for (byte one : bytes) {
      all |= one;
    }
    return all >= 0;
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
