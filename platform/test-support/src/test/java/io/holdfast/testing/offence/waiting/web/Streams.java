package io.holdfast.testing.offence.waiting.web;

import java.util.stream.Stream;
import reactor.core.publisher.Flux;

class Streams {
  Stream<Integer> values() {
    return Flux.just(1).toStream();
  }
}
