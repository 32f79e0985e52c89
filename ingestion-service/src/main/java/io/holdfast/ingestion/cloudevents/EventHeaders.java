package io.holdfast.ingestion.cloudevents;

import io.holdfast.ingestion.requests.Json;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.node.ObjectNode;

/**
 * CloudEvents' binary mode over HTTP: attributes in {@code ce-} headers, percent-decoded once, and
 * the data as the body.
 */
final class EventHeaders {
  private static final String PREFIX = "ce-";

  private EventHeaders() {}

  static boolean present(HttpHeaders headers) {
    return headers.headerNames().stream().anyMatch(EventHeaders::attribute);
  }

  /** The same event in the JSON format. */
  static ObjectNode structured(HttpHeaders headers, byte[] body) throws Refused {
    ObjectNode event = Json.MAPPER.createObjectNode();
    for (Map.Entry<String, List<String>> header : headers.headerSet()) {
      if (attribute(header.getKey())) {
        String name = header.getKey().substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        if (header.getValue().size() != 1) {
          throw Refused.attribute(
              "invalid_attribute", name, header.getKey() + " stands there more than once.");
        }
        event.put(name, decoded(name, header.getValue().getFirst()));
      }
    }
    String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    if (type != null) {
      event.put("datacontenttype", type);
    }
    if (body.length > 0) {
      data(event, type, body);
    }
    return event;
  }

  private static void data(ObjectNode event, @Nullable String type, byte[] body) throws Refused {
    if (type == null || EventFormat.isJson(type)) {
      event.set(
          "data",
          Json.read(body)
              .orElseThrow(
                  fault -> Refused.attribute(fault.code(), "data", "data: " + fault.message())));
    } else {
      event.put("data_base64", Base64.getEncoder().encodeToString(body));
    }
  }

  private static boolean attribute(String header) {
    return header.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  private static String decoded(String name, String header) throws Refused {
    String text = unquoted(header.strip());
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int at = 0; at < text.length(); at++) {
      int high = hex(text, at + 1);
      int low = hex(text, at + 2);
      if (text.charAt(at) == '%' && high >= 0 && low >= 0) {
        bytes.write(high << 4 | low);
        at += 2;
      } else {
        bytes.writeBytes(text.substring(at, at + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException _) {
      throw Refused.attribute(
          "invalid_attribute", name, PREFIX + name + " is not UTF-8 when percent-decoded.");
    }
  }

  private static int hex(String text, int at) {
    return at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
  }
}
