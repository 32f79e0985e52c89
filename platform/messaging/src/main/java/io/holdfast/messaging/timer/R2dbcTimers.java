package io.holdfast.messaging.timer;

import io.holdfast.messaging.Timers;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

final class R2dbcTimers implements Timers {
  private static final String UPSERT =
      """
      insert into timer as t (tenant_id, kind, timer_key, due_at, payload, traceparent)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (tenant_id, kind, timer_key) do update
         set due_at = excluded.due_at, payload = excluded.payload, traceparent = excluded.traceparent,
             version = excluded.version, attempt = 0, claimed_until = null
      """;

  private final DatabaseClient database;
  private final Traceparent traceparent;

  R2dbcTimers(DatabaseClient database, Traceparent traceparent) {
    this.database = database;
    this.traceparent = traceparent;
  }

  @Override
  public Mono<Void> set(TenantId tenant, String kind, String key, Instant due, String payload) {
    return upsert(UPSERT, tenant, kind, key, due, payload);
  }

  @Override
  public Mono<Void> setIfEarlier(
      TenantId tenant, String kind, String key, Instant due, String payload) {
    return upsert(UPSERT + " where t.due_at > excluded.due_at", tenant, kind, key, due, payload);
  }

  private Mono<Void> upsert(
      String sql, TenantId tenant, String kind, String key, Instant due, String payload) {
    return Mono.defer(
        () -> {
          var statement =
              database
                  .sql(sql)
                  .bind(0, tenant.value())
                  .bind(1, kind)
                  .bind(2, key)
                  .bind(3, due)
                  .bind(4, payload);
          String trace = traceparent.current();
          return (trace == null ? statement.bindNull(5, String.class) : statement.bind(5, trace))
              .then();
        });
  }

  @Override
  public Mono<Void> cancel(TenantId tenant, String kind, String key) {
    return database
        .sql("delete from timer where tenant_id = $1 and kind = $2 and timer_key = $3")
        .bind(0, tenant.value())
        .bind(1, kind)
        .bind(2, key)
        .then();
  }
}
