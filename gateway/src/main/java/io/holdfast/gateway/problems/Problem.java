package io.holdfast.gateway.problems;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What could not be served, as the client is told (RFC 9457). As an error signal it ends the
 * exchange with that answer.
 */
public final class Problem extends RuntimeException {
  private static final Duration SOON = Duration.ofSeconds(2);

  private final HttpStatus status;
  private final String code;
  private final String detail;
  private final @Nullable Duration retryAfter;

  private Problem(HttpStatus status, String code, String detail, @Nullable Duration retryAfter) {
    super(code + ": " + detail, null, false, false);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  public static Problem of(HttpStatus status, String code, String detail) {
    return new Problem(status, code, detail, null);
  }

  public static Problem badRequest(String code, String detail) {
    return of(HttpStatus.BAD_REQUEST, code, detail);
  }

  public static Problem unauthorized(String detail) {
    return of(HttpStatus.UNAUTHORIZED, "unauthorized", detail);
  }

  public static Problem forbidden(String code, String detail) {
    return of(HttpStatus.FORBIDDEN, code, detail);
  }

  public static Problem notFound(String detail) {
    return of(HttpStatus.NOT_FOUND, "not_found", detail);
  }

  public static Problem tooLarge(String detail) {
    return of(HttpStatus.CONTENT_TOO_LARGE, "body_too_large", detail);
  }

  /** A part that is away for the moment; the client is told when to try again. */
  public static Problem away(String detail) {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "temporarily_unavailable", detail, SOON);
  }

  /** A part that has too much to do already. */
  public static Problem overloaded(String detail) {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "overloaded", detail, Duration.ofSeconds(1));
  }

  /** This caller asks too much. */
  public static Problem tooMany(String detail, Duration retryAfter) {
    return new Problem(HttpStatus.TOO_MANY_REQUESTS, "too_many_requests", detail, retryAfter);
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return detail;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
