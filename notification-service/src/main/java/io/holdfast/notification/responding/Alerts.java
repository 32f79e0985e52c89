package io.holdfast.notification.responding;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.OpenAlerts;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The alerts of the tenant at work. Who is going to change alerts, or the runs that tell them,
 * holds their accounts before reading either. A transaction does that once, for all its accounts:
 * who holds some and asks for more could wait for one that waits for it.
 */
public interface Alerts {

  /** Keeps others off the alerts and runs of these accounts until the transaction ends. */
  Mono<Void> hold(Collection<String> accountIds);

  /** Keeps others off every alert and run until the transaction ends. */
  Mono<Void> holdAll();

  Mono<Alert> byId(UUID id);

  /** The open ones of an account. */
  Mono<OpenAlerts> openOf(String accountId);

  /** Open alerts that this one speaks for. */
  Flux<Alert> mutedBy(UUID id);

  Mono<Void> save(Alert alert);
}
