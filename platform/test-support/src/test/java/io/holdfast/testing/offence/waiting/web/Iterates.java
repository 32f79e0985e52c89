package io.holdfast.testing.offence.waiting.web;

import reactor.core.publisher.Flux;

class Iterates {
  Iterable<Integer> values() {
    return Flux.just(1).toIterable();
  }
}
