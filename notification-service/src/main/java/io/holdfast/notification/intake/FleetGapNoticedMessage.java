package io.holdfast.notification.intake;

import io.holdfast.notification.notice.FleetNotice.Silence;
import java.time.Instant;
import java.time.LocalDate;

/** {@code scoring.fleet-gap-noticed.v1}. */
record FleetGapNoticedMessage(
    Instant at,
    LocalDate from,
    LocalDate through,
    int expected,
    int silent,
    LocalDate heldUntil,
    boolean holiday) {

  static final String TYPE = "scoring.fleet-gap-noticed.v1";

  Silence toDomain() {
    return new Silence(from, through, expected, silent, heldUntil, holiday);
  }
}
