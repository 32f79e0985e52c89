package io.holdfast.tenancy.database;

import io.holdfast.tenancy.BackgroundTransactions;
import java.util.function.Supplier;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

final class R2dbcBackgroundTransactions implements BackgroundTransactions {
  private final TransactionalOperator transaction;

  R2dbcBackgroundTransactions(TransactionalOperator transaction) {
    this.transaction = transaction;
  }

  @Override
  public <T> Mono<T> run(Supplier<Mono<T>> work) {
    return transaction.transactional(Mono.defer(work));
  }
}
