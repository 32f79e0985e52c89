package io.holdfast.tenancy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * What a client did that cannot be served, as it is told to the client (RFC 9457). Says what was
 * wrong, where, and what to do.
 */
public final class Problem extends RuntimeException {
  private final HttpStatus status;
  private final String code;
  private final String detail;
  private final Map<String, Object> members = new LinkedHashMap<>();
  private final Optional<Duration> retryAfter;

  private Problem(HttpStatus status, String code, String detail, Optional<Duration> retryAfter) {
    super(code + ": " + detail, null, false, false);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.retryAfter = retryAfter;
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

  public static Problem notFound(String code, String detail) {
    return of(HttpStatus.NOT_FOUND, code, detail);
  }

  public static Problem conflict(String code, String detail) {
    return of(HttpStatus.CONFLICT, code, detail);
  }

  /** A conflict that passes by itself. */
  public static Problem conflict(String code, String detail, Duration retryAfter) {
    return new Problem(HttpStatus.CONFLICT, code, detail, Optional.of(retryAfter));
  }

  public static Problem tooLarge(String code, String detail) {
    return of(HttpStatus.CONTENT_TOO_LARGE, code, detail);
  }

  public static Problem unprocessable(String code, String detail) {
    return of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
  }

  public static Problem unavailable(String code, String detail, Duration retryAfter) {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE, code, detail, Optional.of(retryAfter));
  }

  public static Problem tooMany(String code, String detail, Duration retryAfter) {
    return new Problem(HttpStatus.TOO_MANY_REQUESTS, code, detail, Optional.of(retryAfter));
  }

  public static Problem of(HttpStatus status, String code, String detail) {
    return new Problem(status, code, detail, Optional.empty());
  }

  /** Adds an extension member, for example the list of faults. */
  public Problem with(String member, Object value) {
    members.put(member, value);
    return this;
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

  public Map<String, Object> members() {
    return Map.copyOf(members);
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
