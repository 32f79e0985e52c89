package io.holdfast.scoring.announcing;

import io.holdfast.scoring.picture.FleetGap;
import java.time.Instant;
import java.time.LocalDate;

record FleetGapEndedMessage(Instant at, LocalDate from, LocalDate through, boolean filled) {

  static final String TYPE = "scoring.fleet-gap-ended.v1";

  static FleetGapEndedMessage of(FleetGap gap, Instant at) {
    return new FleetGapEndedMessage(
        at, gap.days().getFirst(), gap.days().getLast(), gap.state() == FleetGap.State.FILLED);
  }
}
