package io.holdfast.testing.offence.subscribing.web;

import reactor.core.publisher.Mono;

class Subscribes {
  void start() {
    Mono.just(1).subscribe();
  }
}
