package io.holdfast.tenancy.editing;

import io.holdfast.tenancy.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * On what terms a request wants to edit, as a parameter of a WebFlux controller method: {@code
 * If-Match} and {@code If-None-Match} (RFC 9110). Without them it is done whatever is there.
 *
 * @param ifMatch entity tags or {@code *}; empty when it was not sent
 */
public record Conditions(HttpMethod method, List<String> ifMatch, List<String> ifNoneMatch) {
  private static final String ANY = "*";

  static Conditions of(ServerHttpRequest request) {
    return new Conditions(
        request.getMethod(),
        tags(request.getHeaders(), HttpHeaders.IF_MATCH),
        tags(request.getHeaders(), HttpHeaders.IF_NONE_MATCH));
  }

  /** Why what is there now may not be edited on these terms. */
  Optional<Problem> objectionTo(String current) {
    if (!ifMatch.isEmpty() && !ifMatch.contains(ANY) && !ifMatch.contains(current)) {
      return Optional.of(
          failed(
                  "changed_meanwhile",
                  "This was changed since it was read. Read it again, and edit what is there now.")
              .with("currentETag", current));
    }
    if (ifNoneMatch.contains(ANY) || ifNoneMatch.contains(current)) {
      return Optional.of(
          failed("already_exists", "This is there already; If-None-Match asks that it is not.")
              .with("currentETag", current));
    }
    return Optional.empty();
  }

  /** Why something may not be made on these terms; what cannot be made is not found instead. */
  Optional<Problem> objectionToMaking() {
    return ifMatch.isEmpty() || !method.equals(HttpMethod.PUT)
        ? Optional.empty()
        : Optional.of(
            failed(
                "changed_meanwhile",
                "There is no such thing, or no longer; If-Match asks that it is there."));
  }

  private static Problem failed(String code, String detail) {
    return Problem.of(HttpStatus.PRECONDITION_FAILED, code, detail);
  }

  private static List<String> tags(HttpHeaders headers, String name) {
    try {
      return name.equals(HttpHeaders.IF_MATCH) ? headers.getIfMatch() : headers.getIfNoneMatch();
    } catch (IllegalArgumentException _) {
      throw Problem.badRequest(
          "invalid_condition",
          name + " must be * or entity tags as ETag gave them, in quotes, with commas between");
    }
  }
}
