package io.holdfast.metrics.booking;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Looks at an account again when its books say that something changes. */
public interface Agenda {

  Mono<Void> lookAgain(TenantId tenant, AccountId account, Instant at);

  Mono<Void> forget(TenantId tenant, AccountId account);
}
