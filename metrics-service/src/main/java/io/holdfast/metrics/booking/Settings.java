package io.holdfast.metrics.booking;

import reactor.core.publisher.Mono;

/** A tenant's settings as last heard. */
public interface Settings {

  /** True when they were others before. */
  Mono<Boolean> change(TenantSettings settings);
}
