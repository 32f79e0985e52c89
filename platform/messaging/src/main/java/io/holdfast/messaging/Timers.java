package io.holdfast.messaging;

import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Things to do later, set inside a tenant's transaction. There is one timer per tenant, kind and
 * key; due times are in business time.
 */
public interface Timers {
  /** Sets the timer, moving it if it is there. */
  Mono<Void> set(TenantId tenant, String kind, String key, Instant due, String payload);

  /** Sets many timers of one kind, with the due time of each key. */
  Mono<Void> setAll(TenantId tenant, String kind, Map<String, Instant> dues, String payload);

  /** Sets the timer, or moves it forward; a timer that is due earlier stays as it is. */
  Mono<Void> setIfEarlier(TenantId tenant, String kind, String key, Instant due, String payload);

  Mono<Void> cancel(TenantId tenant, String kind, String key);
}
