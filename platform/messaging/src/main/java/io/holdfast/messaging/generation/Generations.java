package io.holdfast.messaging.generation;

import io.holdfast.tenancy.TenantId;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The generations of the tenants; a tenant that never rebuilt has the service's first one. */
public final class Generations {
  private final int first;
  private final Supplier<Collection<String>> rebuilt;

  Generations(int first, Supplier<Collection<String>> rebuilt) {
    this.first = first;
    this.rebuilt = rebuilt;
  }

  /**
   * The generation a consumer's messages of the tenant count under, which stays until the
   * transaction ends. Those who share it do not wait for each other; a rebuild waits for all of
   * them, and they for it. It rises for consumers that are told again; what others have done is
   * never done again.
   */
  public Mono<Integer> share(DatabaseClient database, TenantId tenant, String consumer) {
    return share(database, tenant)
        .map(generation -> rebuilt.get().contains(consumer) ? generation : first);
  }

  /** The tenant's generation, which nobody else shares until the transaction ends. */
  public Mono<Integer> take(DatabaseClient database, TenantId tenant) {
    return held(database, tenant, "for update");
  }

  /** Shares the generation, so that the answer stays true until the transaction ends. */
  Mono<Boolean> rebuilding(DatabaseClient database, TenantId tenant) {
    return share(database, tenant)
        .then(
            Mono.defer(
                () ->
                    database
                        .sql("select rebuilding from generation where tenant_id = $1")
                        .bind(0, tenant.value())
                        .map(row -> Objects.requireNonNull(row.get("rebuilding", Boolean.class)))
                        .one()));
  }

  private Mono<Integer> share(DatabaseClient database, TenantId tenant) {
    return held(database, tenant, "for key share");
  }

  private Mono<Integer> held(DatabaseClient database, TenantId tenant, String lock) {
    return find(database, tenant, lock)
        .switchIfEmpty(
            Mono.defer(() -> begin(database, tenant).then(find(database, tenant, lock))));
  }

  private static Mono<Integer> find(DatabaseClient database, TenantId tenant, String lock) {
    return database
        .sql("select generation from generation where tenant_id = $1 " + lock)
        .bind(0, tenant.value())
        .map(row -> Objects.requireNonNull(row.get("generation", Integer.class)))
        .one();
  }

  private Mono<Void> begin(DatabaseClient database, TenantId tenant) {
    return database
        .sql(
            "insert into generation (tenant_id, generation) values ($1, $2) on conflict do nothing")
        .bind(0, tenant.value())
        .bind(1, first)
        .then();
  }
}
