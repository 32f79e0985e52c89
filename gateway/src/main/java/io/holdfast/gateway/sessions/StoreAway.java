package io.holdfast.gateway.sessions;

import io.holdfast.gateway.problems.Problem;
import io.holdfast.tenancy.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Without its store a session can be neither confirmed nor denied. */
final class StoreAway {
  private static final Logger LOG = LoggerFactory.getLogger(StoreAway.class);

  private StoreAway() {}

  static boolean causes(Throwable failure) {
    return Outage.caused(failure);
  }

  static Problem told(Throwable failure) {
    LOG.warn("sessions cannot be had: {}", failure.toString());
    return Problem.away("Sessions cannot be looked up for the moment. Try again.");
  }
}
