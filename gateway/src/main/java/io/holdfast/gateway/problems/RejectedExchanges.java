package io.holdfast.gateway.problems;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Addresses that could mean one thing here and another behind ({@code ..}, {@code //}, …). */
@Component
final class RejectedExchanges implements ServerExchangeRejectedHandler {
  private final ProblemAnswers answers;

  RejectedExchanges(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
    return answers.write(
        exchange,
        Problem.of(
            HttpStatus.BAD_REQUEST,
            "ambiguous_request",
            "The address or a header holds characters that are not accepted here."));
  }
}
