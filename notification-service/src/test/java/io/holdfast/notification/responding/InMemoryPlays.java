package io.holdfast.notification.responding;

import io.holdfast.notification.play.Play;
import io.holdfast.notification.play.PlayFixture;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The shipped plays, each in its one version. */
public final class InMemoryPlays implements Plays {

  private final List<Play> plays = List.of(PlayFixture.handshake(), PlayFixture.paymentRecovery());

  @Override
  public Flux<Play> live() {
    return Flux.fromIterable(plays);
  }

  @Override
  public Mono<Play> version(String key, int version) {
    return live().filter(play -> play.key().equals(key) && play.version() == version).next();
  }
}
