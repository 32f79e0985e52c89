package io.holdfast.messaging.generation;

import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
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
   * @param generation under which a consumer's messages of the tenant count
   * @param merged whether accounts of the tenant were ever merged
   */
  public record Held(int generation, boolean merged) {}

  /**
   * How a consumer's messages of the tenant count, which stays until the transaction ends. Those
   * who share it do not wait for each other; a rebuild or a merge waits for all of them, and they
   * for it. The generation rises for consumers that are told again; what others have done is never
   * done again.
   */
  public Mono<Held> share(DatabaseClient database, TenantId tenant, String consumer) {
    return share(database, tenant).map(held -> of(consumer, held));
  }

  /** The same, which nobody else shares until the transaction ends. */
  public Mono<Held> take(DatabaseClient database, TenantId tenant, String consumer) {
    return take(database, tenant).map(held -> of(consumer, held));
  }

  /** The tenant's generation, which others may share. */
  public Mono<Held> share(DatabaseClient database, TenantId tenant) {
    return held(database, tenant, "for key share");
  }

  /** The tenant's generation, which nobody else shares until the transaction ends. */
  public Mono<Held> take(DatabaseClient database, TenantId tenant) {
    return held(database, tenant, "for update");
  }

  /** From now on the tenant has accounts that are another. Once it was taken. */
  public Mono<Void> merged(DatabaseClient database, TenantId tenant) {
    return database
        .sql("update generation set merged = true where tenant_id = $1 and not merged")
        .bind(0, tenant.value())
        .then();
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

  private Held of(String consumer, Held held) {
    return rebuilt.get().contains(consumer) ? held : new Held(first, held.merged());
  }

  private Mono<Held> held(DatabaseClient database, TenantId tenant, String lock) {
    return find(database, tenant, lock)
        .switchIfEmpty(
            Mono.defer(() -> begin(database, tenant).then(find(database, tenant, lock))));
  }

  private static Mono<Held> find(DatabaseClient database, TenantId tenant, String lock) {
    return database
        .sql("select generation, merged from generation where tenant_id = $1 " + lock)
        .bind(0, tenant.value())
        .map(Generations::read)
        .one();
  }

  private static Held read(Readable row) {
    return new Held(
        Objects.requireNonNull(row.get("generation", Integer.class)),
        Objects.requireNonNull(row.get("merged", Boolean.class)));
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
