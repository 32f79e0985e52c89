package io.holdfast.ingestion.sources;

import io.holdfast.ingestion.requests.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a source signs that does not follow Standard Webhooks: with HMAC-SHA256 in a header.
 *
 * @param header that holds the signature, or several with commas between
 * @param hex written in hex, else in base64
 * @param prefix before each signature, like {@code sha256=}
 * @param before what is signed before the body, with {@code {timestamp}} and {@code {id}}
 * @param timestampHeader of seconds, milliseconds or an ISO time; absent: signatures do not age
 * @param idHeader that names a delivery; absent: its body does
 * @param tolerance how old a timestamp may be, and how far ahead
 */
public record SignatureRule(
    String header,
    boolean hex,
    String prefix,
    String before,
    @Nullable String timestampHeader,
    @Nullable String idHeader,
    Duration tolerance) {

  String json() {
    return Json.MAPPER
        .createObjectNode()
        .put("header", header)
        .put("hex", hex)
        .put("prefix", prefix)
        .put("before", before)
        .put("timestampHeader", timestampHeader)
        .put("idHeader", idHeader)
        .put("tolerance", tolerance.toSeconds())
        .toString();
  }

  /** Reads what {@link #json} wrote. */
  static SignatureRule read(String json) {
    JsonNode node = Json.MAPPER.readTree(json);
    return new SignatureRule(
        node.path("header").asString(),
        node.path("hex").asBoolean(),
        node.path("prefix").asString(),
        node.path("before").asString(),
        text(node, "timestampHeader"),
        text(node, "idHeader"),
        Duration.ofSeconds(node.path("tolerance").asLong()));
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.path(name).asString() : null;
  }
}
