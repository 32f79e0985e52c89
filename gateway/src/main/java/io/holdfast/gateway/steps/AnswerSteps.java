package io.holdfast.gateway.steps;

import java.time.Duration;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes the steps before each answer. Also sees to it that an answer without a body is committed,
 * and its session saved, where a failure can still be told: the server would commit it after
 * everybody who could.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class AnswerSteps implements WebFilter {
  private final List<AnswerStep> steps;

  AnswerSteps(List<AnswerStep> steps) {
    this.steps = List.copyOf(steps);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    long began = System.nanoTime();
    exchange
        .getResponse()
        .beforeCommit(
            () -> {
              Duration taken = Duration.ofNanos(System.nanoTime() - began);
              steps.forEach(step -> step.before(exchange, taken));
              return Mono.empty();
            });
    Mono<Void> answered = chain.filter(exchange);
    return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
        ? answered // by a token, so there is no session
        : answered.then(Mono.defer(() -> exchange.getResponse().setComplete()));
  }
}
