package io.holdfast.gateway.limits;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Counts what needs no sign-in: tracking by its write key, webhooks by their source, and the start
 * of a sign-in and the API's document by network address. A write key inside of the body is not
 * read here; then the address stands for it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
final class LimitSources implements WebFilter {
  private static final PathPattern TRACKING = PathPatternParser.defaultInstance.parse("/v1/**");
  private static final PathPattern WEBHOOKS =
      PathPatternParser.defaultInstance.parse("/webhooks/**");
  private static final List<PathPattern> OPEN =
      List.of("/api/openapi", "/oauth2/**", "/login/**", "/logout/connect/**").stream()
          .map(PathPatternParser.defaultInstance::parse)
          .toList();

  private final Quotas quotas;

  LimitSources(Quotas quotas) {
    this.quotas = quotas;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return Mono.defer(
        () -> {
          count(exchange);
          return chain.filter(exchange);
        });
  }

  private void count(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    PathContainer path = request.getPath().pathWithinApplication();
    if (TRACKING.matches(path)) {
      String key = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
      quotas.source(exchange, key == null ? RemoteAddress.of(request) : key);
    } else if (WEBHOOKS.matches(path)) {
      quotas.source(exchange, path.value());
    } else if (OPEN.stream().anyMatch(pattern -> pattern.matches(path))) {
      quotas.stranger(exchange);
    }
  }
}
