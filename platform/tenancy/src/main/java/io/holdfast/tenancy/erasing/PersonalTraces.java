package io.holdfast.tenancy.erasing;

import reactor.core.publisher.Mono;

/**
 * One place of a service in which the name of somebody may stand, though it is not there to tell of
 * people: what failed, what was answered, what was written to somebody. Works inside the tenant's
 * transaction; a service's beans are asked whenever a person is erased.
 */
public interface PersonalTraces {
  /** What it is, in counts. */
  String name();

  /** Removes the person, and says of how many rows. Doing it again finds nothing more. */
  Mono<Long> erase(ErasedPerson person);
}
