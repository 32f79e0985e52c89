package io.holdfast.tenancy.web;

import io.holdfast.tenancy.Outage;
import io.holdfast.tenancy.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every failure as problem details (RFC 9457). A client's fault is told in full; a fault of
 * ours is logged under a reference that the client is given; a part that is away is 503 with {@code
 * Retry-After}.
 */
@Order(-2) // before Boot's own handler at -1
final class ProblemWriter implements WebExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
  private static final String TYPES = "https://holdfast.dev/problems/";

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(failure);
    }
    return write(exchange, problem(exchange, failure));
  }

  Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", TYPES + problem.code());
    body.put("title", problem.status().getReasonPhrase());
    body.put("status", problem.status().value());
    body.put("detail", problem.detail());
    body.put("instance", exchange.getRequest().getPath().value());
    body.put("code", problem.code());
    body.putAll(problem.members());

    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(problem.status());
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    problem
        .retryAfter()
        .ifPresent(
            wait ->
                response
                    .getHeaders()
                    .set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds()))));
    return response.writeWith(
        Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(body))));
  }

  private static Problem problem(ServerWebExchange exchange, Throwable failure) {
    return switch (failure) {
      case Problem problem -> problem;
      case DataBufferLimitException _ ->
          Problem.tooLarge("body_too_large", "The body is larger than this route accepts.");
      case ServerWebInputException input -> input(input);
      case ErrorResponse response -> response(exchange, response);
      case Throwable away when Outage.caused(away) ->
          Problem.unavailable(
              "temporarily_unavailable",
              "A part this needs is away for the moment; nothing was changed. Try again.",
              Duration.ofSeconds(2));
      default -> fault(exchange, failure);
    };
  }

  private static Problem input(ServerWebInputException input) {
    Throwable cause = input.getMostSpecificCause();
    if (cause instanceof DataBufferLimitException) {
      return Problem.tooLarge("body_too_large", "The body is larger than this route accepts.");
    }
    if (cause instanceof Problem problem) {
      return problem;
    }
    if (input.getCause() instanceof DecodingException || cause instanceof DecodingException) {
      return Problem.badRequest("malformed_body", "The body cannot be read: " + firstLine(cause));
    }
    String reason = input.getReason() == null ? "The request cannot be read." : input.getReason();
    String detail = cause == input ? reason : reason + ": " + firstLine(cause);
    return Problem.badRequest("invalid_request", detail);
  }

  private static String firstLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  private static Problem response(ServerWebExchange exchange, ErrorResponse response) {
    HttpStatusCode code = response.getStatusCode();
    HttpStatus status = HttpStatus.resolve(code.value());
    if (status == null) {
      status = code.is4xxClientError() ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
    }
    exchange.getResponse().getHeaders().putAll(response.getHeaders());
    String detail = response.getBody().getDetail();
    if (status == HttpStatus.NOT_FOUND) {
      detail = "There is nothing at " + exchange.getRequest().getPath().value() + ".";
    }
    return Problem.of(
        status,
        status.name().toLowerCase(java.util.Locale.ROOT),
        detail == null ? status.getReasonPhrase() : detail);
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
            "This failed on our side. Quote the reference when you report it.")
        .with("reference", reference);
  }
}
