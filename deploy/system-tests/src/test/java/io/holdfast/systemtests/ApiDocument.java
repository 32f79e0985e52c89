package io.holdfast.systemtests;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The published API, so that tests of every route learn of new ones by themselves. */
public final class ApiDocument {
  private static final String WITHOUT_CREDENTIALS = "/api/openapi";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private ApiDocument() {}

  /**
   * @param path as published, with its variables
   * @param scopes of which a token needs one; empty where any token will do
   */
  public record Operation(String method, String path, Set<String> scopes) {
    public boolean reads() {
      return method.equals("GET");
    }

    public boolean isBehindToken() {
      return path.startsWith("/api/") && !path.equals(WITHOUT_CREDENTIALS);
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

  /** All operations of the services; a service that was just started takes a while to tell them. */
  public static List<Operation> operations(LocalPlatform platform) {
    return operations(
        await("each service's part of the API document")
            .atMost(PATIENCE)
            .pollInterval(Duration.ofSeconds(1))
            .until(
                () -> Door.closed(platform).get(WITHOUT_CREDENTIALS).expect(200).json(),
                document -> !document.has("x-unavailable")));
  }

  /** What a service says of itself. */
  public static List<Operation> operations(LocalPlatform platform, String service) {
    return operations(
        Door.at(platform.service(service), Map.of()).get("/openapi.json").expect(200).json());
  }

  private static List<Operation> operations(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (operation.getValue().has("responses")) {
          operations.add(
              new Operation(
                  operation.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  operation
                      .getValue()
                      .path("x-scopes")
                      .valueStream()
                      .map(JsonNode::asString)
                      .collect(Collectors.toSet())));
        }
      }
    }
    return List.copyOf(operations);
  }

  /** Those for which a token is needed. */
  public static List<Operation> behindTokens(LocalPlatform platform) {
    return operations(platform).stream().filter(Operation::isBehindToken).toList();
  }
}
