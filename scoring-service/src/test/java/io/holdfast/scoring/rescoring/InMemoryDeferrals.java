package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.health.Cause;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class InMemoryDeferrals implements Deferrals {

  private final Map<String, Deferral> waiting = new TreeMap<>();
  private @Nullable Instant loadedAt;

  @Override
  public Flux<String> defer(TenantId tenant, Map<String, Cause> accounts, Instant at) {
    return Flux.defer(
        () -> {
          Set<String> fresh = new TreeSet<>(accounts.keySet());
          fresh.removeAll(waiting.keySet());
          accounts.forEach(
              (account, cause) ->
                  waiting.merge(
                      account,
                      new Deferral(account, at, at, cause, null),
                      (old, next) ->
                          new Deferral(
                              account, old.firstAt(), at, old.cause().and(next.cause()), null)));
          if (accounts.containsValue(Cause.LOAD)) {
            loadedAt = at;
          }
          return Flux.fromIterable(fresh);
        });
  }

  @Override
  public Mono<Set<String>> waiting(TenantId tenant, Collection<String> accounts) {
    return Mono.fromSupplier(
        () -> {
          Set<String> those = new TreeSet<>(accounts);
          those.retainAll(waiting.keySet());
          return those;
        });
  }

  @Override
  public Mono<Boolean> loading(TenantId tenant) {
    return Mono.fromSupplier(
        () -> waiting.values().stream().anyMatch(one -> one.cause() == Cause.LOAD));
  }

  @Override
  public Flux<Deferral> lockFree(TenantId tenant, Collection<String> accounts) {
    return Flux.defer(() -> Flux.fromIterable(List.copyOf(waiting.values())))
        .filter(one -> accounts.contains(one.account()))
        .map(
            one -> new Deferral(one.account(), one.firstAt(), one.lastAt(), one.cause(), loadedAt));
  }

  void move(String from, String into) {
    Deferral gone = waiting.remove(from);
    if (gone != null) {
      waiting.merge(
          into,
          new Deferral(into, gone.firstAt(), gone.lastAt(), gone.cause(), null),
          (old, next) ->
              new Deferral(
                  into,
                  later(old.firstAt(), next.firstAt()),
                  later(old.lastAt(), next.lastAt()),
                  next.cause() == Cause.LOAD ? next.cause() : old.cause(),
                  null));
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Override
  public Mono<Void> end(TenantId tenant, Collection<String> accounts) {
    return Mono.fromRunnable(() -> waiting.keySet().removeAll(accounts));
  }
}
