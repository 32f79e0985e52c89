package io.holdfast.tenancy.web;

import io.holdfast.tenancy.Outage;
import io.holdfast.tenancy.Problem;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;

/**
 * What a failure means for the client. A client's fault is told in full; a fault of ours is logged
 * under a reference that the client is given; a part that is away is 503 with {@code Retry-After}.
 */
final class Diagnosis {
  private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);

  /** character_not_in_repertoire, untranslatable_character, numeric and datetime out of range. */
  private static final Set<String> UNSTORABLE = Set.of("22021", "22P05", "22003", "22008");

  private Diagnosis() {}

  static Problem of(ServerWebExchange exchange, Throwable failure) {
    return switch (failure) {
      case Problem problem -> problem;
      case DataBufferLimitException _ ->
          Problem.tooLarge("body_too_large", "The body is larger than this route accepts.");
      case ServerWebInputException input -> input(exchange, input);
      case ErrorResponse response -> response(exchange, response);
      case Throwable away when Outage.caused(away) ->
          Problem.unavailable(
              "temporarily_unavailable",
              "A part this needs is away for the moment; nothing was changed. Try again.",
              Duration.ofSeconds(2));
      case Throwable refused when refusedByDatabase(refused) ->
          Problem.badRequest(
              "invalid_value",
              "A value in the request cannot be stored: a text with the character NUL (\\u0000), or"
                  + " a number or time out of all range. Correct it and try again.");
      default -> fault(exchange, failure);
    };
  }

  private static Problem nothingAt(ServerWebExchange exchange) {
    return Problem.notFound(
        "not_found", "There is nothing at " + exchange.getRequest().getPath().value() + ".");
  }

  private static Problem input(ServerWebExchange exchange, ServerWebInputException input) {
    MethodParameter parameter = input.getMethodParameter();
    if (parameter != null && parameter.hasParameterAnnotation(PathVariable.class)) {
      return nothingAt(exchange); // an id in another form than ours is the id of nothing
    }
    Throwable cause = input.getMostSpecificCause();
    if (cause instanceof DataBufferLimitException) {
      return Problem.tooLarge("body_too_large", "The body is larger than this route accepts.");
    }
    if (cause instanceof Problem problem) {
      return problem;
    }
    if (firstLine(cause).startsWith("No request body")) {
      return Problem.badRequest("missing_body", "This needs a body, and there was none.");
    }
    if (input.getCause() instanceof DecodingException || cause instanceof DecodingException) {
      return Problem.badRequest("malformed_body", BodyFault.told(input));
    }
    String where = parameter == null ? "" : "'" + parameter.getParameterName() + "': ";
    String reason = input.getReason() == null ? "The request cannot be read." : input.getReason();
    String detail = cause == input ? reason : where + firstLine(cause);
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

  /** PostgreSQL's data exceptions that only a client's value can cause; the rest are ours. */
  private static boolean refusedByDatabase(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof R2dbcException refusal
          && UNSTORABLE.contains(String.valueOf(refusal.getSqlState()))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
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
