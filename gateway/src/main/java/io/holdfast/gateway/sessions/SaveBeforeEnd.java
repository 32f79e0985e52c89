package io.holdfast.gateway.sessions;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Sees to it that an answer without a body is committed, and its session saved, where a failure can
 * still be told: the server would commit it after everybody who could.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class SaveBeforeEnd implements WebFilter {
  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return chain.filter(exchange).then(Mono.defer(() -> exchange.getResponse().setComplete()));
  }
}
