package io.holdfast.testing.offence.blocking.web;

import reactor.core.publisher.Mono;

class BlocksInTheWeb {
  int value() {
    return Mono.just(1).block();
  }
}
