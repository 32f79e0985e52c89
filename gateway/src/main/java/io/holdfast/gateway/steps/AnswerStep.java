package io.holdfast.gateway.steps;

import java.time.Duration;
import org.springframework.web.server.ServerWebExchange;

/** What is done when the head of an answer is about to be sent, whoever made it. */
@FunctionalInterface
public interface AnswerStep {
  /**
   * @param taken since the request came
   */
  void before(ServerWebExchange exchange, Duration taken);
}
