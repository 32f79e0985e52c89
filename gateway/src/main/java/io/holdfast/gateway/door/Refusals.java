package io.holdfast.gateway.door;

import io.holdfast.gateway.limits.Quotas;
import io.holdfast.gateway.problems.Problem;
import io.holdfast.gateway.problems.ProblemAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Says no to clients of the API: never a redirect, always a problem. */
@Component
final class Refusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {
  private final ProblemAnswers answers;
  private final Quotas quotas;

  Refusals(ProblemAnswers answers, Quotas quotas) {
    this.answers = answers;
    this.quotas = quotas;
  }

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
    quotas.stranger(exchange);
    exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    boolean presented =
        exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    return answers.write(
        exchange,
        Problem.unauthorized(
            presented
                ? "The access token is not valid here: malformed, expired, not signed by our issuer"
                    + " or not for this audience."
                : "No access token and no session. Send Authorization: Bearer, or sign in."));
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
    return answers.write(
        exchange, Problem.forbidden("forbidden", "These credentials may not do this."));
  }
}
