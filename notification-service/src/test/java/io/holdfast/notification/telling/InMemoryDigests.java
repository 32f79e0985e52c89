package io.holdfast.notification.telling;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.play.Step.Role;
import io.holdfast.notification.responding.Alerts;
import io.holdfast.tenancy.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryDigests implements Digests {

  private final Map<UUID, Waiting> waiting = new LinkedHashMap<>();
  private final Alerts alerts;

  public InMemoryDigests(Alerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public Mono<Void> add(TenantId tenant, Alert alert, UUID run, List<Role> to) {
    return Mono.fromRunnable(() -> waiting.putIfAbsent(alert.id(), new Waiting(alert, run, to)));
  }

  @Override
  public Flux<Waiting> take() {
    return Flux.defer(
        () -> {
          List<Waiting> all = List.copyOf(waiting.values());
          waiting.clear();
          return Flux.fromIterable(all)
              .concatMap(
                  one ->
                      alerts
                          .byId(one.alert().id())
                          .filter(Alert::isOpen)
                          .map(now -> new Waiting(now, one.run(), one.to())));
        });
  }
}
