package io.holdfast.gateway.documents;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One part's OpenAPI document.
 *
 * @param name its key, also the prefix of its schemas where a name is taken
 * @param title the tag its operations stand under
 * @param content the document; empty when the part did not answer
 */
record ServiceDocument(String name, String title, @Nullable ObjectNode content) {
  private static final List<String> OPEN = List.of("/api/", "/v1/", "/webhooks/");

  /** Its operations that can be reached from outside. */
  Map<String, JsonNode> paths() {
    Map<String, JsonNode> reachable = new TreeMap<>();
    if (content != null) {
      for (Map.Entry<String, JsonNode> path : content.path("paths").properties()) {
        if (OPEN.stream().anyMatch(path.getKey()::startsWith)) {
          reachable.put(path.getKey(), path.getValue());
        }
      }
    }
    return reachable;
  }

  JsonNode components() {
    return content == null ? MissingNode.getInstance() : content.path("components");
  }

  /** A copy with every reference sent through {@code renaming}. */
  ServiceDocument renamed(UnaryOperator<String> renaming) {
    if (content == null) {
      return this;
    }
    ObjectNode copy = content.deepCopy();
    rename(copy, renaming);
    return new ServiceDocument(name, title, copy);
  }

  private static void rename(JsonNode node, UnaryOperator<String> renaming) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
        if (member.getKey().equals("$ref") && member.getValue() instanceof StringNode ref) {
          object.put("$ref", renaming.apply(ref.stringValue()));
        } else if (member.getKey().equals("mapping")) {
          renameMapping(member.getValue(), renaming);
        } else {
          rename(member.getValue(), renaming);
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(item -> rename(item, renaming));
    }
  }

  private static void renameMapping(JsonNode mapping, UnaryOperator<String> renaming) {
    if (mapping instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        if (entry.getValue() instanceof StringNode ref) {
          object.put(entry.getKey(), renaming.apply(ref.stringValue()));
        }
      }
    }
  }
}
