package io.holdfast.tenancy.database;

import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class R2dbcTenantTransactions implements TenantTransactions {
  private final TransactionalOperator transaction;
  private final DatabaseClient database;

  R2dbcTenantTransactions(TransactionalOperator transaction, DatabaseClient database) {
    this.transaction = transaction;
    this.database = database;
  }

  @Override
  public <T> Mono<T> run(TenantId tenant, Supplier<Mono<T>> work) {
    return transaction.transactional(enter(tenant).then(Mono.defer(work)));
  }

  @Override
  public <T> Flux<T> stream(TenantId tenant, Supplier<Flux<T>> work) {
    return transaction.transactional(enter(tenant).thenMany(Flux.defer(work)));
  }

  private Mono<Void> enter(TenantId tenant) {
    return database.sql("select set_config('app.tenant', $1, true)").bind(0, tenant.value()).then();
  }
}
