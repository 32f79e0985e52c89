package io.holdfast.gateway.door;

import io.holdfast.gateway.limits.Callers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts what a person asks by a session, which is known by now. */
final class CountPeople implements WebFilter {
  private final Callers callers;

  CountPeople(Callers callers) {
    this.callers = callers;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!callers.concerns(exchange.getRequest())) {
      return chain.filter(exchange); // and no session is looked for
    }
    return exchange
        .getPrincipal()
        .doOnNext(person -> callers.count(exchange, person))
        .then(chain.filter(exchange));
  }
}
