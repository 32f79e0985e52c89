package io.holdfast.testing.offence.waiting.web;

import reactor.core.publisher.Mono;

class WaitsInTheFuture {
  int value() {
    return Mono.just(1).toFuture().join();
  }
}
