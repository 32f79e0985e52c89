package io.holdfast.testing.offence.impure.health;

import reactor.core.publisher.Mono;

record Impure(Mono<Integer> score) {}
