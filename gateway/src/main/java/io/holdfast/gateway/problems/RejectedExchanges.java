package io.holdfast.gateway.problems;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What the {@link DoorFirewall} refused: an address, a header, or a method that exists nowhere
 * here.
 */
@Component
final class RejectedExchanges implements ServerExchangeRejectedHandler {
  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.OPTIONS,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE);

  private final ProblemAnswers answers;

  RejectedExchanges(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
    HttpMethod method = exchange.getRequest().getMethod();
    if (!METHODS.contains(method)) {
      return answers.write(
          exchange,
          Problem.of(
              HttpStatus.NOT_IMPLEMENTED,
              "method_not_implemented",
              "The method " + method + " is not served anywhere here."));
    }
    return answers.write(
        exchange,
        Problem.of(
            HttpStatus.BAD_REQUEST,
            "ambiguous_request",
            "The address or a header holds characters that are not accepted here: a path with"
                + " '..', '//', ';', '\\' or an encoding of them, or a control character. In an"
                + " account's id they pass percent-encoded."));
  }
}
