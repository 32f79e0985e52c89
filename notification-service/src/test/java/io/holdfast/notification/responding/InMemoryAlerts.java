package io.holdfast.notification.responding;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.OpenAlerts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryAlerts implements Alerts {

  private final Map<UUID, Alert> alerts = new LinkedHashMap<>();

  public List<Alert> all() {
    return List.copyOf(alerts.values());
  }

  /** There is nobody else. */
  @Override
  public Mono<Void> hold(Collection<String> accountIds) {
    return Mono.empty();
  }

  @Override
  public Mono<Void> holdAll() {
    return Mono.empty();
  }

  @Override
  public Mono<Alert> byId(UUID id) {
    return Mono.fromSupplier(() -> alerts.get(id));
  }

  @Override
  public Mono<OpenAlerts> openOf(String accountId) {
    return Mono.fromSupplier(
        () ->
            new OpenAlerts(
                alerts.values().stream()
                    .filter(alert -> alert.isOpen() && alert.accountId().equals(accountId))
                    .toList()));
  }

  @Override
  public Flux<Alert> mutedBy(UUID id) {
    return Flux.defer(
        () ->
            Flux.fromIterable(all()).filter(alert -> alert.isOpen() && id.equals(alert.mutedBy())));
  }

  @Override
  public Mono<Void> save(Alert alert) {
    return Mono.fromRunnable(() -> alerts.put(alert.id(), alert));
  }
}
