package io.holdfast.gateway.routes;

import io.holdfast.gateway.steps.RequestStep;
import io.holdfast.tenancy.firewall.ReceivedHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Takes away headers in which a client says who it is. The token alone says that; nothing behind
 * the gateway reads these, and nothing should come to.
 */
@Component
@Order(1)
final class IdentityHeaders implements RequestStep {
  private static final List<String> PREFIXES =
      List.of(
          "x-tenant",
          "x-user",
          "x-subject",
          "x-principal",
          "x-role",
          "x-scope",
          "x-holdfast-",
          "x-auth-",
          "x-authenticated-",
          "x-remote-",
          "remote-",
          "x-forwarded-",
          "x-original-",
          "x-rewrite-");
  private static final Set<String> NAMES =
      Set.of("forwarded", "x-real-ip", "ce_tenant", "ce-tenant", "x-http-method-override");

  private static final String FIRST = firstLetters();

  @Override
  public ServerWebExchange taken(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    Set<String> claimed = new HashSet<>();
    for (Map.Entry<String, String> header : ReceivedHeaders.of(request)) {
      if (claims(header.getKey())) {
        claimed.add(header.getKey());
      }
    }
    if (claimed.isEmpty()) {
      return exchange;
    }
    ServerHttpRequest plain =
        request.mutate().headers(headers -> claimed.forEach(headers::remove)).build();
    return exchange.mutate().request(plain).build();
  }

  private static boolean claims(String header) {
    if (header.isEmpty() || FIRST.indexOf(header.charAt(0)) < 0) {
      return false; // most are told apart by a letter
    }
    String name = header.toLowerCase(Locale.ROOT);
    return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
  }

  private static String firstLetters() {
    String letters =
        Stream.concat(PREFIXES.stream(), NAMES.stream())
            .map(name -> name.substring(0, 1))
            .distinct()
            .collect(Collectors.joining());
    return letters + letters.toUpperCase(Locale.ROOT);
  }
}
