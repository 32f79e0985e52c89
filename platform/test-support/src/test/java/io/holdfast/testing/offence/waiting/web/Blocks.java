package io.holdfast.testing.offence.waiting.web;

import reactor.core.publisher.Mono;

class Blocks {
  int value() {
    return Mono.just(1).block();
  }
}
