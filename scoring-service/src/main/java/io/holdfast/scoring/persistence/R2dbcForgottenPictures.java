package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.rescoring.ForgottenPictures;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcForgottenPictures implements ForgottenPictures {

  private final DatabaseClient database;

  R2dbcForgottenPictures(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> forget(TenantId tenant) {
    return database
        .sql("set local statement_timeout = '10min'") // of a large tenant it takes a while
        .then()
        .then(database.sql("call forget_pictures()").then());
  }

  @Override
  public Mono<Void> hold(TenantId tenant, Instant until) {
    return database
        .sql(
            """
            insert into deferral as d (tenant_id, account_id, first_at, last_at, cause)
            select tenant_id, account_id, $2, $2 + interval '1 microsecond', 'late' -- not fresh, so nobody looks early
              from account where tenant_id = $1 order by account_id
            on conflict (tenant_id, account_id) do update
               set first_at = excluded.first_at, last_at = excluded.last_at
            """)
        .bind(0, tenant.value())
        .bind(1, until)
        .then();
  }

  @Override
  public Flux<String> release(TenantId tenant, Instant now) {
    return database
        .sql(
            """
            update deferral d set first_at = least(d.first_at, $2), last_at = least(d.last_at, $2)
              from (select account_id from deferral where tenant_id = $1 order by account_id for update) ordered
             where d.tenant_id = $1 and d.account_id = ordered.account_id
            returning d.account_id
            """)
        .bind(0, tenant.value())
        .bind(1, now)
        .map(row -> get(row, "account_id", String.class))
        .all();
  }
}
