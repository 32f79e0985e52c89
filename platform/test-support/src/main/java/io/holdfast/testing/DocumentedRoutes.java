package io.holdfast.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a service describes every route it has: tests of all routes read the description. */
public final class DocumentedRoutes {
  private static final String OURS = "io.holdfast.";
  private static final List<String> EDITS = List.of("put", "patch", "delete");

  private DocumentedRoutes() {}

  /**
   * Routes of our own controllers that the service's {@code /openapi.json} does not name.
   *
   * @param port where the service answers
   */
  public static List<String> missing(RequestMappingHandlerMapping routes, int port) {
    return missing(routes, document(port));
  }

  /**
   * Edits that the service's {@code /openapi.json} does not let a client make on terms: {@code
   * PUT}, {@code PATCH} and {@code DELETE} without {@code If-Match}, or without its refusal.
   *
   * @param port where the service answers
   */
  public static List<String> withoutTerms(int port) {
    return withoutTerms(document(port));
  }

  private static JsonNode document(int port) {
    URI address = URI.create("http://127.0.0.1:" + port + "/openapi.json");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return JsonMapper.shared()
          .readTree(
              http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
    } catch (java.io.IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }

  static List<String> missing(RequestMappingHandlerMapping routes, JsonNode document) {
    Set<String> described = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(method -> described.add(route(method, path.getKey()))));
    List<String> missing = new ArrayList<>();
    routes
        .getHandlerMethods()
        .forEach(
            (route, handler) -> {
              if (handler.getBeanType().getName().startsWith(OURS)) {
                routesOf(route).stream()
                    .filter(one -> !described.contains(one))
                    .forEach(missing::add);
              }
            });
    return missing;
  }

  static List<String> withoutTerms(JsonNode document) {
    List<String> without = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                EDITS.stream()
                    .filter(path.getValue()::has)
                    .filter(method -> !hasTerms(path.getValue().path(method)))
                    .forEach(method -> without.add(route(method, path.getKey()))));
    return without;
  }

  private static boolean hasTerms(JsonNode operation) {
    return operation.path("responses").has("412")
        && operation.path("parameters").values().stream()
            .anyMatch(
                parameter ->
                    parameter.path("in").asString("").equals("header")
                        && parameter.path("name").asString("").equals("If-Match"));
  }

  private static List<String> routesOf(RequestMappingInfo route) {
    List<String> routes = new ArrayList<>();
    for (PathPattern pattern : route.getPatternsCondition().getPatterns()) {
      for (RequestMethod method : methods(route)) {
        routes.add(route(method.name(), pattern.getPatternString()));
      }
    }
    return routes;
  }

  /** One that names no method answers to all. */
  private static Set<RequestMethod> methods(RequestMappingInfo route) {
    Set<RequestMethod> named = route.getMethodsCondition().getMethods();
    return named.isEmpty() ? Set.of(RequestMethod.values()) : named;
  }

  /** Variables may have other names; a slash at the end makes no other route. */
  private static String route(String method, String path) {
    String plain = path.replaceAll("\\{[^}]*}", "{}");
    return method.toUpperCase(Locale.ROOT)
        + " "
        + (plain.length() > 1 && plain.endsWith("/")
            ? plain.substring(0, plain.length() - 1)
            : plain);
  }
}
