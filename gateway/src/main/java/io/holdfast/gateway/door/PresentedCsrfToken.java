package io.holdfast.gateway.door;

import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The token comes in the header. Only the sign-out form sends it as a field: reading fields uses up
 * the body, which elsewhere belongs to the service.
 */
final class PresentedCsrfToken extends ServerCsrfTokenRequestAttributeHandler {
  @Override
  public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken expected) {
    String header = exchange.getRequest().getHeaders().getFirst(expected.getHeaderName());
    if (header != null) {
      return Mono.just(header);
    }
    return exchange.getRequest().getPath().value().equals("/logout")
        ? super.resolveCsrfTokenValue(exchange, expected)
        : Mono.empty();
  }
}
