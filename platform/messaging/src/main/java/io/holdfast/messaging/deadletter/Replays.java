package io.holdfast.messaging.deadletter;

import io.holdfast.tenancy.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** What a letter's consumer does with it when it is tried again. */
public final class Replays {
  private final Map<String, Replay> byConsumer = new ConcurrentHashMap<>();

  /** Inside one transaction of the tenant. */
  public interface Replay {
    Mono<Void> again(TenantId tenant, FailedRecord record);
  }

  public void register(String consumer, Replay replay) {
    byConsumer.put(consumer, replay);
  }

  Mono<Void> again(String consumer, TenantId tenant, FailedRecord record) {
    Replay replay = byConsumer.get(consumer);
    return replay == null
        ? Mono.error(
            () -> new IllegalStateException("there is no consumer '" + consumer + "' any more"))
        : Mono.defer(() -> replay.again(tenant, record));
  }
}
