package io.holdfast.notification.intake;

import java.time.Instant;
import java.time.LocalDate;

/** {@code scoring.fleet-gap-ended.v1}. */
record FleetGapEndedMessage(Instant at, LocalDate from, LocalDate through, boolean filled) {

  static final String TYPE = "scoring.fleet-gap-ended.v1";
}
