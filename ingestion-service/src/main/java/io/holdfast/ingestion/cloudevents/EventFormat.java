package io.holdfast.ingestion.cloudevents;

import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.requests.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * CloudEvents' JSON format, version 1.0: which attributes there must be, what they are called and
 * what they may hold.
 */
final class EventFormat {
  /** Bytes of one event, which everybody who forwards events has to carry. */
  static final int BYTES = 64 * 1024;

  private static final int LONGEST = 200;
  private static final int LONGEST_URI = 1_000;
  private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,64}");
  private static final Pattern MEDIA_TYPE = Pattern.compile("[^\\s/;]+/[^\\s/;]+\\s*(;.*)?");
  private static final Pattern JSON_TYPE =
      Pattern.compile("(?i)[^\\s/;]+/([^\\s/;]+\\+)?json\\s*(;.*)?");

  private EventFormat() {}

  static CloudEvent read(JsonNode event) throws Refused {
    if (!event.isObject()) {
      throw Refused.attribute("not_an_object", null, "An event must be a JSON object.");
    }
    for (Map.Entry<String, JsonNode> member : event.properties()) {
      check(member.getKey(), member.getValue());
    }
    String version = required(event, "specversion", LONGEST);
    if (!version.equals("1.0")) {
      throw Refused.attribute("unknown_specversion", "specversion", "specversion must be 1.0.");
    }
    String type = text(event, "datacontenttype", LONGEST);
    if (type != null && !MEDIA_TYPE.matcher(type).matches()) {
      throw invalid("datacontenttype", "must be a media type like application/json");
    }
    uri("dataschema", text(event, "dataschema", LONGEST_URI), true);
    String origin = required(event, "source", LONGEST_URI);
    uri("source", origin, false);
    return new CloudEvent(
        required(event, "id", LONGEST),
        origin,
        required(event, "type", LONGEST),
        text(event, "subject", LONGEST),
        time(text(event, "time", LONGEST)),
        data(event, type == null || JSON_TYPE.matcher(type).matches()));
  }

  static boolean isJson(String mediaType) {
    return JSON_TYPE.matcher(mediaType).matches();
  }

  private static void check(String name, JsonNode value) throws Refused {
    if (name.equals("data") || name.equals("data_base64")) {
      return;
    }
    if (!NAME.matcher(name).matches()) {
      throw invalid(
          PlainText.of(name, 64), "is no name of an attribute: lower-case letters and digits");
    }
    if (value.isContainer() || value.isNumber() && !value.isInt()) {
      throw invalid(name, "must be a text, true, false or a whole number of 32 bits");
    }
  }

  private static String required(JsonNode event, String name, int longest) throws Refused {
    String text = text(event, name, longest);
    if (text == null) {
      throw Refused.attribute("missing_attribute", name, name + " is missing; every event has it.");
    }
    return text;
  }

  private static @Nullable String text(JsonNode event, String name, int longest) throws Refused {
    JsonNode value = event.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()
        || value.asString().isBlank()
        || value.asString().length() > longest
        || !PlainText.isLine(value.asString())) {
      throw invalid(
          name, "must be a text of 1 to " + longest + " characters, without control characters");
    }
    return value.asString();
  }

  private static void uri(String name, @Nullable String text, boolean absolute) throws Refused {
    if (text == null) {
      return;
    }
    try {
      if (!absolute || new URI(text).isAbsolute()) {
        new URI(text);
        return;
      }
    } catch (URISyntaxException _) {
      // said below
    }
    throw invalid(name, absolute ? "must be an absolute URI" : "must be a URI reference");
  }

  private static @Nullable Instant time(@Nullable String text) throws Refused {
    if (text == null) {
      return null;
    }
    try {
      Instant time = OffsetDateTime.parse(text.replace('t', 'T').replace('z', 'Z')).toInstant();
      if (!time.isBefore(Instant.EPOCH) && time.isBefore(Instant.parse("9999-12-31T00:00:00Z"))) {
        return time;
      }
    } catch (DateTimeException _) {
      // said below
    }
    throw invalid("time", "must be a time like 2026-01-31T12:00:00Z, of the years 1970 to 9999");
  }

  private static @Nullable JsonNode data(JsonNode event, boolean json) throws Refused {
    JsonNode data = event.path("data");
    JsonNode encoded = event.path("data_base64");
    if (encoded.isMissingNode() || encoded.isNull()) {
      return json && !data.isMissingNode() && !data.isNull() ? data : null;
    }
    if (!data.isMissingNode()) {
      throw invalid("data_base64", "stands beside data; there may be one of them");
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded.asString(""));
      return json
          ? Json.read(bytes).orElseThrow(fault -> invalid("data_base64", "is not JSON"))
          : null;
    } catch (IllegalArgumentException _) {
      throw invalid("data_base64", "is not base64");
    }
  }

  private static Refused invalid(String name, String why) {
    return Refused.attribute("invalid_attribute", name, name + " " + why + ".");
  }
}
