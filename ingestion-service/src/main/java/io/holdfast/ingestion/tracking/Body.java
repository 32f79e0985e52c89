package io.holdfast.ingestion.tracking;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A request body that is a JSON object. */
record Body(ObjectNode json) {
  /** Numbers keep the digits they were sent with, because ids and traits may be numbers. */
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static Optional<Body> read(byte[] bytes) {
    try {
      return JSON.readTree(bytes) instanceof ObjectNode object
          ? Optional.of(new Body(object))
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  @Nullable String writeKey() {
    JsonNode key = json.path("writeKey");
    return key.isString() && !key.asString().isBlank() ? key.asString() : null;
  }
}
