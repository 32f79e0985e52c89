package io.holdfast.gateway.steps;

import org.springframework.web.server.ServerWebExchange;

/** What a request goes through before anybody asks who sent it. Steps are taken in their order. */
@FunctionalInterface
public interface RequestStep {
  /**
   * The exchange as it goes on.
   *
   * @throws io.holdfast.gateway.problems.Problem when it must not
   */
  ServerWebExchange taken(ServerWebExchange exchange);
}
