package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;
import static io.holdfast.scoring.persistence.Columns.texts;

import io.holdfast.scoring.health.Cause;
import io.holdfast.scoring.rescoring.Deferrals;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcDeferrals implements Deferrals {

  private final DatabaseClient database;

  R2dbcDeferrals(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<String> defer(TenantId tenant, Map<String, Cause> accounts, Instant at) {
    Flux<String> fresh = deferEach(tenant, accounts, at);
    return accounts.containsValue(Cause.LOAD) ? fresh.concatWith(loaded(tenant, at)) : fresh;
  }

  private <T> Mono<T> loaded(TenantId tenant, Instant at) {
    return database
        .sql(
            """
            insert into load_activity as l (tenant_id, last_at) values ($1, $2)
            on conflict (tenant_id) do update set last_at = greatest(l.last_at, excluded.last_at)
            """)
        .bind(0, tenant.value())
        .bind(1, at)
        .then()
        .then(Mono.empty());
  }

  private Flux<String> deferEach(TenantId tenant, Map<String, Cause> accounts, Instant at) {
    return database
        .sql(
            """
            insert into deferral as d (tenant_id, account_id, first_at, last_at, cause)
            select $1, account_id, $4, $4, cause
              from unnest($2::text[], $3::text[]) as n (account_id, cause)
             order by account_id
            on conflict (tenant_id, account_id) do update
               set last_at = greatest(d.last_at, excluded.last_at),
                   cause = case when d.cause = 'load' then d.cause else excluded.cause end
            returning account_id, first_at = last_at as fresh
            """)
        .bind(0, tenant.value())
        .bind(1, accounts.keySet().toArray(String[]::new))
        .bind(2, texts(accounts.values(), Cause::key))
        .bind(3, at)
        .map(row -> get(row, "fresh", Boolean.class) ? get(row, "account_id", String.class) : "")
        .all()
        .filter(account -> !account.isEmpty());
  }

  @Override
  public Mono<Set<String>> waiting(TenantId tenant, Collection<String> accounts) {
    return database
        .sql("select account_id from deferral where tenant_id = $1 and account_id = any($2)")
        .bind(0, tenant.value())
        .bind(1, accounts.toArray(String[]::new))
        .map(row -> get(row, "account_id", String.class))
        .all()
        .collect(Collectors.toSet());
  }

  @Override
  public Mono<Boolean> loading(TenantId tenant) {
    return database
        .sql(
            "select exists (select from deferral where tenant_id = $1 and cause = 'load') as"
                + " loading")
        .bind(0, tenant.value())
        .map(row -> get(row, "loading", Boolean.class))
        .one();
  }

  @Override
  public Flux<Deferral> lockFree(TenantId tenant, Collection<String> accounts) {
    return database
        .sql(
            """
            select d.account_id, d.first_at, d.last_at, d.cause, l.last_at as loaded_at
              from deferral d left join load_activity l using (tenant_id)
             where d.tenant_id = $1 and d.account_id = any($2)
               for update of d skip locked
            """)
        .bind(0, tenant.value())
        .bind(1, accounts.toArray(String[]::new))
        .map(
            row ->
                new Deferral(
                    get(row, "account_id", String.class),
                    get(row, "first_at", Instant.class),
                    get(row, "last_at", Instant.class),
                    Cause.of(get(row, "cause", String.class)),
                    row.get("loaded_at", Instant.class)))
        .all();
  }

  @Override
  public Mono<Void> end(TenantId tenant, Collection<String> accounts) {
    return database
        .sql("delete from deferral where tenant_id = $1 and account_id = any($2)")
        .bind(0, tenant.value())
        .bind(1, accounts.toArray(String[]::new))
        .then();
  }
}
