package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.identity.Attributes.Attribute;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Attributes as they are stored: {@code {"name": {"v": "Acme", "at": "2026-01-01T00:00:00Z"}}}. */
final class AttributesJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AttributesJson() {}

  static Attributes read(String text) {
    Map<String, Attribute> all = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : JSON.readTree(text).properties()) {
      JsonNode value = member.getValue();
      all.put(
          member.getKey(),
          new Attribute(value.path("v").asString(), Instant.parse(value.path("at").asString())));
    }
    return new Attributes(all);
  }

  static String write(Attributes attributes) {
    ObjectNode node = JSON.createObjectNode();
    attributes.all().keySet().stream()
        .sorted()
        .forEach(
            name -> {
              Attribute attribute = attributes.all().get(name);
              if (attribute != null) {
                node.putObject(name)
                    .put("v", attribute.value())
                    .put("at", attribute.at().toString());
              }
            });
    return node.toString();
  }

  /** What an entry's body says: a flat object of texts. */
  static Map<String, String> told(String body) {
    Map<String, String> told = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : JSON.readTree(body).properties()) {
      told.put(member.getKey(), member.getValue().asString());
    }
    return told;
  }
}
