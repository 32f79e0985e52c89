package io.holdfast.messaging.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/**
 * What a request is about, by its route.
 *
 * @param action for example {@code PUT /api/v1/roles/{role}}
 * @param type the last word of the route before its last variable, for example {@code roles}
 * @param id the value of its last variable
 */
record Deed(String action, String type, @Nullable String id) {

  static Deed of(HttpMethod method, String pattern, Map<String, String> variables) {
    List<String> parts = Arrays.stream(pattern.split("/")).filter(part -> !part.isEmpty()).toList();
    String type = parts.isEmpty() ? "" : parts.getLast();
    String id = null;
    for (int i = parts.size() - 1; i > 0 && id == null; i--) {
      String part = parts.get(i);
      if (part.startsWith("{")) {
        id = variables.get(part.substring(1, part.length() - 1));
        type = parts.get(i - 1);
      }
    }
    return new Deed(method + " " + pattern, type, id);
  }

  /** Of a request whose route has been looked for; without one, of its method alone. */
  static Deed of(ServerWebExchange exchange) {
    PathPattern pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return of(
        exchange.getRequest().getMethod(),
        pattern == null ? "/" : pattern.getPatternString(),
        exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of()));
  }
}
