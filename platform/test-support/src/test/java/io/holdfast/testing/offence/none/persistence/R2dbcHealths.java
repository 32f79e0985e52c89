package io.holdfast.testing.offence.none.persistence;

import io.holdfast.testing.offence.none.health.Health;
import io.holdfast.testing.offence.none.rescoring.Healths;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

public record R2dbcHealths(DatabaseClient database) implements Healths {
  @Override
  public Mono<Health> of(String account) {
    return Mono.just(new Health(1));
  }
}
