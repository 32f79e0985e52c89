package io.holdfast.testing.offence.blocking.intake;

import reactor.core.publisher.Mono;

class BlocksInTheIntake {
  int value() {
    return Mono.just(1).block();
  }
}
