package io.holdfast.notification.responding;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

public final class InMemorySettlements implements Settlements {

  private final Map<List<String>, Instant> settled = new HashMap<>();

  @Override
  public Mono<Void> settle(String accountId, String play, String thing, Instant until) {
    return Mono.fromRunnable(
        () ->
            settled.merge(
                List.of(accountId, play, thing),
                until,
                (before, now) -> now.isAfter(before) ? now : before));
  }

  @Override
  public Mono<Instant> until(String accountId, String play, String thing) {
    return Mono.fromSupplier(() -> settled.get(List.of(accountId, play, thing)));
  }
}
