package io.holdfast.testing.offence.none.web;

import io.holdfast.testing.offence.none.rescoring.Healths;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

class HealthController {
  private final Healths healths;

  HealthController(Healths healths) {
    this.healths = healths;
  }

  @GetMapping
  Mono<Integer> score(String account) {
    return healths.of(account).map(health -> health.score());
  }
}
