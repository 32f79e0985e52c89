package io.holdfast.testing.offence.waiting.loop;

import reactor.core.publisher.Mono;

/** Has a thread of its own. */
class Loop {
  int value() {
    return Mono.just(1).block();
  }
}
