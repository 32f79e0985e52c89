package io.holdfast.gateway.problems;

import io.holdfast.gateway.traces.Traces;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * The last word on an exchange that failed. A client's fault is told, a part that is away is 503
 * with {@code Retry-After}, a fault of ours is logged under a reference that the client is given.
 */
@Component
@Order(-2) // before Boot's own handler at -1
final class FailureHandler implements WebExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

  private final ProblemAnswers answers;
  private final Traces traces;

  FailureHandler(ProblemAnswers answers, Traces traces) {
    this.answers = answers;
    this.traces = traces;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(failure);
    }
    return answers.write(exchange, traces.under(exchange, () -> problem(exchange, failure)));
  }

  private static Problem problem(ServerWebExchange exchange, Throwable failure) {
    return switch (failure) {
      case Problem problem -> problem;
      case MethodNotAllowedException refused -> wrongMethod(exchange, refused);
      case ErrorResponse response -> known(exchange, response.getStatusCode());
      case AuthenticationServiceException _ ->
          unreached(failure)
              ? away(exchange, failure, "The sign-in service is away for the moment. Try again.")
              : Problem.badRequest("invalid_token", "The token cannot be read.");
      case UnknownHostException _, IOException _, WebClientRequestException _ ->
          away(
              exchange, failure, "The service behind this path is away for the moment. Try again.");
      case TimeoutException _ -> late();
      default -> fault(exchange, failure);
    };
  }

  private static Problem wrongMethod(
      ServerWebExchange exchange, MethodNotAllowedException refused) {
    Set<HttpMethod> allowed = new LinkedHashSet<>(refused.getSupportedMethods());
    if (allowed.contains(HttpMethod.GET)) {
      allowed.add(HttpMethod.HEAD);
    }
    exchange.getResponse().getHeaders().setAllow(allowed);
    return Problem.of(
        HttpStatus.METHOD_NOT_ALLOWED,
        "method_not_allowed",
        refused.getHttpMethod()
            + " is not served at "
            + exchange.getRequest().getPath().value()
            + "; the header Allow says what is.");
  }

  private static Problem known(ServerWebExchange exchange, HttpStatusCode code) {
    HttpStatus status = HttpStatus.resolve(code.value());
    return switch (status) {
      case NOT_FOUND ->
          Problem.notFound("There is nothing at " + exchange.getRequest().getPath().value() + ".");
      case GATEWAY_TIMEOUT -> late();
      case null -> Problem.of(HttpStatus.BAD_REQUEST, "bad_request", "This cannot be answered.");
      default ->
          Problem.of(
              status, status.name().toLowerCase(Locale.ROOT), status.getReasonPhrase() + ".");
    };
  }

  private static Problem away(ServerWebExchange exchange, Throwable failure, String detail) {
    LOG.warn(
        "{} {}: {}",
        exchange.getRequest().getMethod(),
        exchange.getRequest().getPath(),
        failure.toString());
    return Problem.away(detail);
  }

  /** Spring gives a token that it stumbles over the same type as a provider that is away. */
  private static boolean unreached(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException
          || cause instanceof TimeoutException
          || cause instanceof WebClientException
          || cause instanceof Problem) {
        return true;
      }
    }
    return false;
  }

  private static Problem late() {
    return Problem.of(
        HttpStatus.GATEWAY_TIMEOUT, "timeout", "The service did not answer within its time.");
  }

  private static Problem fault(ServerWebExchange exchange, Throwable failure) {
    String reference = UUID.randomUUID().toString();
    LOG.error(
        "{} {} failed, reference {}",
        exchange.getRequest().getMethod(),
        exchange.getRequest().getPath(),
        reference,
        failure);
    return Problem.of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal_error",
        "This failed on our side. Reference: " + reference);
  }
}
