package io.holdfast.ingestion.batch;

import io.holdfast.ingestion.requests.Json;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/**
 * One value as far as the door looks at it.
 *
 * @param text of a number its digits as they were sent; empty for objects and lists
 */
record ToldValue(Form form, String text) {
  /** Nothing is absent or null. */
  enum Form {
    NOTHING,
    TEXT,
    NUMBER,
    OTHER
  }

  static final ToldValue NOTHING = new ToldValue(Form.NOTHING, "");
  private static final ToldValue CONTAINER = new ToldValue(Form.OTHER, "");

  /** The value whose first token is the current one; its last one is when this returns. */
  static ToldValue of(JsonParser json) {
    return switch (json.currentToken()) {
      case VALUE_NULL -> NOTHING;
      case VALUE_STRING -> new ToldValue(Form.TEXT, json.getString());
      case VALUE_NUMBER_INT -> new ToldValue(Form.NUMBER, json.getString());
      case VALUE_NUMBER_FLOAT -> new ToldValue(Form.NUMBER, json.getDecimalValue().toString());
      case VALUE_TRUE, VALUE_FALSE -> new ToldValue(Form.OTHER, json.getString());
      case null, default -> {
        Json.passOver(json);
        yield CONTAINER;
      }
    };
  }

  static ToldValue of(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return NOTHING;
    }
    Form form = node.isString() ? Form.TEXT : node.isNumber() ? Form.NUMBER : Form.OTHER;
    return new ToldValue(form, node.asString(""));
  }
}
