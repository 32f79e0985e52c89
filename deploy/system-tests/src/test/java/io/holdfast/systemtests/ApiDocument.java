package io.holdfast.systemtests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The published API, so that tests of every route learn of new ones by themselves. */
public final class ApiDocument {
  private static final String WITHOUT_CREDENTIALS = "/api/openapi";

  private ApiDocument() {}

  /**
   * @param path as published, with its variables
   */
  public record Operation(String method, String path) {
    public boolean reads() {
      return method.equals("GET");
    }

    /** Whether it is about one thing. */
    public boolean hasVariable() {
      return path.contains("{");
    }

    /** The address of the thing, the last variable its end: {@code /api/v1/alerts/{id}}. */
    public String thing() {
      return path.substring(0, path.lastIndexOf('}') + 1);
    }

    /** An address that can be called; every variable is the value. */
    public String path(String value) {
      return path.replaceAll("\\{[^}]*}", value);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** All operations of the services; fails when one of them was away. */
  public static List<Operation> operations(LocalPlatform platform) {
    JsonNode document = Door.closed(platform).get(WITHOUT_CREDENTIALS).expect(200).json();
    if (document.has("x-unavailable")) {
      throw new AssertionError("the API document lacks " + document.get("x-unavailable"));
    }
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (operation.getValue().has("responses")) {
          operations.add(new Operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey()));
        }
      }
    }
    return List.copyOf(operations);
  }

  /** Those for which a token is needed. */
  public static List<Operation> behindTokens(LocalPlatform platform) {
    return operations(platform).stream()
        .filter(operation -> operation.path().startsWith("/api/"))
        .filter(operation -> !operation.path().equals(WITHOUT_CREDENTIALS))
        .toList();
  }
}
