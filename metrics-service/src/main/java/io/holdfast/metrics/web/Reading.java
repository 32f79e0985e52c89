package io.holdfast.metrics.web;

import io.holdfast.metrics.reporting.OpenBooks;
import io.holdfast.metrics.reporting.OpenedBooks;
import io.holdfast.metrics.reporting.VisibleAccounts;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens a tenant's books to the one who asks, as far as they may look. */
@Component
final class Reading {

  private final TenantTransactions tenants;
  private final OpenBooks openBooks;

  Reading(TenantTransactions tenants, OpenBooks openBooks) {
    this.tenants = tenants;
    this.openBooks = openBooks;
  }

  <T> Mono<T> today(Principal principal, Function<OpenedBooks, Mono<T>> read) {
    return at(null, principal, read);
  }

  <T> Mono<T> at(
      @Nullable Instant knownAt, Principal principal, Function<OpenedBooks, Mono<T>> read) {
    VisibleAccounts visible = new VisibleAccounts(principal.accounts());
    return tenants.run(principal.tenant(), () -> openBooks.at(knownAt, visible).flatMap(read));
  }
}
