package io.holdfast.testing.offence.waiting.web;

import java.util.function.Function;
import reactor.core.publisher.Mono;

class BlocksByReference {
  Function<Mono<Integer>, Integer> value() {
    return Mono::block;
  }
}
