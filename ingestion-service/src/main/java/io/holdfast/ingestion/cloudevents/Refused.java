package io.holdfast.ingestion.cloudevents;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Why one event can never be taken. */
final class Refused extends Exception {
  private final HttpStatus status;
  private final String code;
  private final @Nullable String attribute;

  private Refused(HttpStatus status, String code, @Nullable String attribute, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.attribute = attribute;
  }

  /** It is not what the specification calls an event. */
  static Refused attribute(String code, @Nullable String attribute, String message) {
    return new Refused(HttpStatus.BAD_REQUEST, code, attribute, message);
  }

  /** It is an event, and what it says cannot be taken. */
  static Refused content(String code, @Nullable String member, String message) {
    return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, code, member, message);
  }

  static Refused tooLarge(String message) {
    return new Refused(HttpStatus.CONTENT_TOO_LARGE, "event_too_large", null, message);
  }

  HttpStatus status() {
    return status;
  }

  String code() {
    return code;
  }

  @Nullable String attribute() {
    return attribute;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
