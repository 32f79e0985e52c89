package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answers itself is in the document, unless it is a page or a sign of life. */
@GatewayTest
class OwnRoutesTests {
  private static final Set<String> PAGES =
      Set.of(
          "GET /livez",
          "GET /readyz",
          "GET /readyz/{service}",
          "GET /readyz/all",
          "GET /docs",
          "GET /docs/",
          "GET /",
          "GET /portfolio",
          "GET /accounts",
          "GET /accounts/**",
          "GET /revenue",
          "GET /alerts",
          "GET /models",
          "GET /models/**",
          "GET /favicon.svg",
          "GET /favicon.ico");

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void everyRouteOfOnesOwnIsDescribed() throws Exception {
    JsonNode described =
        JsonMapper.shared()
            .readTree(new ClassPathResource("documentation/frame.json").getInputStream())
            .get("paths");
    List<String> undescribed =
        requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
            .filter(route -> route.getValue().getBeanType().getName().startsWith("io.holdfast."))
            .flatMap(route -> routes(route.getKey()).stream())
            .filter(route -> !PAGES.contains(route))
            .filter(route -> !names(described, route))
            .toList();
    assertThat(undescribed).isEmpty();
  }

  private static List<String> routes(RequestMappingInfo route) {
    return route.getPatternsCondition().getPatterns().stream()
        .flatMap(
            path ->
                route.getMethodsCondition().getMethods().stream()
                    .map(method -> method + " " + path.getPatternString()))
        .toList();
  }

  private static boolean names(JsonNode described, String route) {
    String[] words = route.split(" ", 2);
    return described.path(words[1]).has(words[0].toLowerCase(Locale.ROOT));
  }
}
