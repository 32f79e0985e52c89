package io.holdfast.testing.offence.none.rescoring;

import io.holdfast.testing.offence.none.health.Health;
import reactor.core.publisher.Mono;

/** A port. */
public interface Healths {
  Mono<Health> of(String account);
}
