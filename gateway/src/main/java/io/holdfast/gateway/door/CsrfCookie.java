package io.holdfast.gateway.door;

import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Sees to it that the CSRF cookie is sent: it is written only when someone asks for the token. Not
 * with files, which caches in between may keep for others.
 */
final class CsrfCookie implements WebFilter {
  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().value();
    if (path.startsWith("/lib/") || path.startsWith("/console/")) {
      return chain.filter(exchange);
    }
    Mono<CsrfToken> token =
        exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.<CsrfToken>empty());
    return token.then(chain.filter(exchange));
  }
}
