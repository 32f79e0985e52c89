package io.holdfast.messaging.rebuild;

import io.holdfast.messaging.generation.Generations;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The table {@code generation}, inside transactions of a tenant. */
final class Rebuilds {
  /** Under it the inbox counts what was fed, beside the consumer who handles it. */
  private static final String COUNTED = "rebuild";

  private final DatabaseClient database;
  private final Generations generations;

  Rebuilds(DatabaseClient database, Generations generations) {
    this.database = database;
    this.generations = generations;
  }

  Mono<Rebuild> find(TenantId tenant) {
    return database
        .sql("select * from generation where tenant_id = $1")
        .bind(0, tenant.value())
        .map(Rebuilds::read)
        .one();
  }

  /** Nobody handles a message of the tenant until the transaction ends. */
  Mono<Rebuild> take(TenantId tenant) {
    return generations.take(database, tenant).then(Mono.defer(() -> find(tenant)));
  }

  Mono<Void> begin(TenantId tenant, int generation, String by) {
    return database
        .sql(
            """
            update generation
               set generation = $2, rebuilding = true, fed = null, handled = 0, asked_at = now(),
                   asked_by = $3, finished_at = null
             where tenant_id = $1
            """)
        .bind(0, tenant.value())
        .bind(1, generation)
        .bind(2, by)
        .then();
  }

  /** How many have been fed; what belongs to another generation changes nothing. */
  Mono<Void> fed(TenantId tenant, int generation, long fed) {
    return database
        .sql(
            "update generation set fed = $3 where tenant_id = $1 and generation = $2 and"
                + " rebuilding")
        .bind(0, tenant.value())
        .bind(1, generation)
        .bind(2, fed)
        .then();
  }

  /** Messages that were fed and have been dealt with; each counts once. */
  Mono<Void> handled(TenantId tenant, int generation, Collection<String> ids) {
    return database
        .sql(
            """
            with fresh as (
              insert into inbox (tenant_id, consumer, generation, message_id)
              select $1, $2, $3, id from unnest($4::text[]) as id
                where exists (select 1 from generation where tenant_id = $1 and generation = $3 and rebuilding)
                group by id order by id
              on conflict do nothing returning 1)
            update generation set handled = handled + (select count(*) from fresh)
             where tenant_id = $1 and generation = $3 and rebuilding
            """)
        .bind(0, tenant.value())
        .bind(1, COUNTED)
        .bind(2, generation)
        .bind(3, ids.toArray(String[]::new))
        .then();
  }

  /**
   * True once, when all that was fed has been dealt with. Who handles a message at this moment is
   * waited for, so that what is judged afterwards takes it in.
   */
  Mono<Boolean> finish(TenantId tenant) {
    return find(tenant)
        .filter(Rebuild::complete)
        .flatMap(_ -> take(tenant))
        .filter(Rebuild::complete)
        .flatMap(_ -> end(tenant))
        .hasElement();
  }

  private Mono<Boolean> end(TenantId tenant) {
    return database
        .sql("update generation set rebuilding = false, finished_at = now() where tenant_id = $1")
        .bind(0, tenant.value())
        .then()
        .thenReturn(true);
  }

  private static Rebuild read(Readable row) {
    return new Rebuild(
        Objects.requireNonNull(row.get("generation", Integer.class)),
        Objects.requireNonNull(row.get("rebuilding", Boolean.class)),
        row.get("fed", Long.class),
        Objects.requireNonNull(row.get("handled", Long.class)),
        moment(row, "asked_at"),
        row.get("asked_by", String.class),
        moment(row, "finished_at"));
  }

  private static @Nullable Instant moment(Readable row, String column) {
    return row.get(column, Instant.class);
  }
}
