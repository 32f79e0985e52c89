package io.holdfast.gateway.limits;

import io.holdfast.gateway.steps.RequestStep;
import io.holdfast.tenancy.paths.Paths;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Counts what needs no sign-in: tracking by its write key, webhooks by their source, and the start
 * of a sign-in and the API's document by network address. A write key inside of the body is not
 * read here; then the address stands for it.
 */
@Component
@Order(2)
final class LimitSources implements RequestStep {
  private static final Paths TRACKING = Paths.of("/v1/**");
  private static final Paths WEBHOOKS = Paths.of("/webhooks/**");
  private static final Paths OPEN =
      Paths.of("/api/openapi", "/oauth2/**", "/login/**", "/logout/connect/**");

  private final Quotas quotas;

  LimitSources(Quotas quotas) {
    this.quotas = quotas;
  }

  @Override
  public ServerWebExchange taken(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    if (TRACKING.have(request)) {
      String key = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
      quotas.source(exchange, key == null ? RemoteAddress.of(request) : key);
    } else if (WEBHOOKS.have(request)) {
      quotas.source(exchange, request.getPath().pathWithinApplication().value());
    } else if (OPEN.have(request)) {
      quotas.stranger(exchange);
    }
    return exchange;
  }
}
