package io.holdfast.scoring.rescoring;

import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/** Timers that a test fires itself, by kind and key. */
public final class InMemoryTimers implements Timers {

  public final Map<String, Instant> set = new TreeMap<>();

  @Override
  public Mono<Void> set(TenantId tenant, String kind, String key, Instant due, String payload) {
    return setAll(tenant, kind, Map.of(key, due), payload);
  }

  @Override
  public Mono<Void> setAll(
      TenantId tenant, String kind, Map<String, Instant> dues, String payload) {
    return Mono.fromRunnable(() -> dues.forEach((key, due) -> set.put(kind + " " + key, due)));
  }

  @Override
  public Mono<Void> setIfEarlier(
      TenantId tenant, String kind, String key, Instant due, String payload) {
    return Mono.fromRunnable(
        () -> set.merge(kind + " " + key, due, (old, next) -> next.isBefore(old) ? next : old));
  }

  @Override
  public Mono<Void> cancel(TenantId tenant, String kind, String key) {
    return Mono.fromRunnable(() -> set.remove(kind + " " + key));
  }
}
