package io.holdfast.notification.responding;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.OpenAlerts;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The alerts of the tenant at work. */
public interface Alerts {

  Mono<Alert> byId(UUID id);

  /** The open ones of an account, held until the transaction ends. */
  Mono<OpenAlerts> openOf(String accountId);

  /** Open alerts that this one speaks for. */
  Flux<Alert> mutedBy(UUID id);

  Mono<Void> save(Alert alert);
}
