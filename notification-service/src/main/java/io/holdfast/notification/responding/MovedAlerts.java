package io.holdfast.notification.responding;

import io.holdfast.notification.alert.Alert;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Alerts of accounts that turned out to be other accounts. */
public interface MovedAlerts {

  /** A run, and the digest that it waits for, is of another alert. */
  Mono<Void> follow(UUID run, Alert alert);

  /**
   * All alerts, runs and settlements of one account are the other's; of the first nothing is left.
   * No two of them may be open and of one kind.
   */
  Mono<Void> move(String from, String into);
}
