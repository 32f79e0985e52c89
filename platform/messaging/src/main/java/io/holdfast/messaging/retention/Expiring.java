package io.holdfast.messaging.retention;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Something that is kept for a while. Works inside a tenant's transaction. */
public interface Expiring {
  /** What it is, for the log. */
  String name();

  /** How many rows one transaction may let go of. */
  int atATime();

  /** Lets go of some rows, {@link #atATime} at most, and says how many those were. */
  Mono<Long> expire(Before before);

  /** What is older goes, told by either clock. */
  record Before(Instant business, Instant real) {}
}
