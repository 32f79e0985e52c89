package io.holdfast.tenancy;

import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One transaction of one tenant: everything in it sees and changes that tenant's rows only, by
 * row-level security. Joins a transaction that is already open, so it must not be nested for two
 * tenants.
 */
public interface TenantTransactions {
  <T> Mono<T> run(TenantId tenant, Supplier<Mono<T>> work);

  <T> Flux<T> stream(TenantId tenant, Supplier<Flux<T>> work);
}
