package io.holdfast.notification.responding;

import io.holdfast.notification.play.Play;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The plays of the tenant at work; the shipped ones are there from the first look. */
public interface Plays {

  /** The newest live version of each. */
  Flux<Play> live();

  Mono<Play> version(String key, int version);
}
