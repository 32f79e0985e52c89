package io.holdfast.tenancy;

import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * One transaction of the background role, which sees the rows of all tenants on the few tables that
 * its workers need (relay, timers, retention). Statements go through the {@code DatabaseClient}
 * named {@code backgroundDatabase}.
 */
public interface BackgroundTransactions {
  <T> Mono<T> run(Supplier<Mono<T>> work);
}
