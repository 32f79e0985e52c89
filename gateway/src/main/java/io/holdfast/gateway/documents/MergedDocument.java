package io.holdfast.gateway.documents;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One API out of its parts. The frame brings title, servers, security, and components that mean the
 * same in every part. Of other names the first part to use one keeps it; another with the same
 * content shares it, one with other content gets the part's name before it.
 */
final class MergedDocument {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final String SECURITY_SCHEMES = "securitySchemes";

  private final ObjectNode document;
  private final ObjectNode paths;
  private final ObjectNode components;
  private final Set<String> shared = new HashSet<>();
  private final ArrayNode tags;
  private final Set<String> operationIds = new HashSet<>();

  private MergedDocument(ObjectNode frame) {
    this.document = frame;
    this.paths = frame.withObjectProperty("paths");
    this.components = frame.withObjectProperty("components");
    this.tags = frame.withArrayProperty("tags");
    components
        .properties()
        .forEach(
            kind ->
                kind.getValue()
                    .propertyNames()
                    .forEach(name -> shared.add(reference(kind.getKey(), name))));
  }

  static ObjectNode of(ObjectNode frame, List<ServiceDocument> parts) {
    MergedDocument merged = new MergedDocument(frame.deepCopy());
    ArrayNode unavailable = JsonNodeFactory.instance.arrayNode();
    for (ServiceDocument part : parts) {
      if (part.content() == null) {
        unavailable.add(part.name());
      } else {
        merged.add(part);
      }
    }
    if (!unavailable.isEmpty()) {
      merged.document.set("x-unavailable", unavailable);
    }
    return merged.document;
  }

  private void add(ServiceDocument part) {
    Map<String, String> renamings = renamings(part);
    ServiceDocument fitting =
        part.renamed(reference -> renamings.getOrDefault(reference, reference));
    for (Map.Entry<String, JsonNode> kind : fitting.components().properties()) {
      if (!kind.getKey().equals(SECURITY_SCHEMES)) {
        ObjectNode known = components.withObjectProperty(kind.getKey());
        kind.getValue()
            .properties()
            .forEach(component -> add(kind.getKey(), known, component, renamings));
      }
    }
    fitting.paths().forEach((path, item) -> addPath(fitting, path, item));
    tags.addObject().put("name", part.title());
  }

  private void add(
      String kind,
      ObjectNode known,
      Map.Entry<String, JsonNode> component,
      Map<String, String> renamings) {
    String reference = reference(kind, component.getKey());
    if (!shared.contains(reference)) {
      known.set(lastOf(renamings.getOrDefault(reference, reference)), component.getValue());
    }
  }

  /** References of the part whose name is taken by something else → their new reference. */
  private Map<String, String> renamings(ServiceDocument part) {
    Map<String, String> renamings = new HashMap<>();
    for (Map.Entry<String, JsonNode> kind : part.components().properties()) {
      for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
        JsonNode taken = components.path(kind.getKey()).path(component.getKey());
        if (!taken.isMissingNode()
            && !taken.equals(component.getValue())
            && !shared.contains(reference(kind.getKey(), component.getKey()))) {
          renamings.put(
              reference(kind.getKey(), component.getKey()),
              reference(kind.getKey(), capital(part.name()) + component.getKey()));
        }
      }
    }
    return renamings;
  }

  private void addPath(ServiceDocument part, String path, JsonNode item) {
    ObjectNode known = paths.withObjectProperty(path);
    for (Map.Entry<String, JsonNode> member : item.properties()) {
      if (!known.has(member.getKey())) {
        if (member.getValue() instanceof ObjectNode operation
            && METHODS.contains(member.getKey())) {
          settle(part, path, operation);
        }
        known.set(member.getKey(), member.getValue());
      }
    }
  }

  private void settle(ServiceDocument part, String path, ObjectNode operation) {
    operation.putArray("tags").add(part.title());
    String id = operation.path("operationId").asString("");
    if (!id.isEmpty() && !operationIds.add(id)) {
      operation.put("operationId", part.name() + capital(id));
    }
    if (path.startsWith("/v1/")) {
      operation.putArray("security").addObject().putArray("writeKey");
    } else if (path.startsWith("/webhooks/")) {
      operation.putArray("security");
    }
  }

  private static String reference(String kind, String name) {
    return "#/components/" + kind + "/" + name;
  }

  private static String lastOf(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
