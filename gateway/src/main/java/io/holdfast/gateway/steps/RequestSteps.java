package io.holdfast.gateway.steps;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Takes the steps one after the other; as filters each would add to the chain of every signal. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class RequestSteps implements WebFilter {
  private final List<RequestStep> steps;

  RequestSteps(List<RequestStep> steps) {
    this.steps = List.copyOf(steps);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerWebExchange taken = exchange;
    for (RequestStep step : steps) {
      taken = step.taken(taken);
    }
    return chain.filter(taken);
  }
}
