package io.holdfast.messaging.timer;

import io.holdfast.messaging.Timers;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

final class R2dbcTimers implements Timers {
  private static final String INSERT =
      "insert into timer as t (tenant_id, kind, timer_key, due_at, payload, traceparent)\n";

  private static final String OR_MOVE =
      """
      on conflict (tenant_id, kind, timer_key) do update
         set due_at = excluded.due_at, payload = excluded.payload, traceparent = excluded.traceparent,
             version = excluded.version, attempt = 0, claimed_until = null
      """;

  private static final String UPSERT = INSERT + "values ($1, $2, $3, $4, $5, $6)\n" + OR_MOVE;

  private static final String SET_ALL =
      INSERT
          + """
          select $1, $2, timer_key, due_at::timestamptz, $5, $6
            from unnest($3::text[], $4::text[]) with ordinality as n (timer_key, due_at, place)
           order by place
          """
          + OR_MOVE;

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

  /** In the order of the keys, so that two who set the same timers do not wait for each other. */
  @Override
  public Mono<Void> setAll(
      TenantId tenant, String kind, Map<String, Instant> dues, String payload) {
    if (dues.isEmpty()) {
      return Mono.empty();
    }
    SortedMap<String, Instant> ordered = new TreeMap<>(dues);
    return Mono.deferContextual(
        context ->
            traced(
                    context,
                    database
                        .sql(SET_ALL)
                        .bind(0, tenant.value())
                        .bind(1, kind)
                        .bind(2, ordered.keySet().toArray(String[]::new))
                        .bind(
                            3,
                            ordered.values().stream().map(Instant::toString).toArray(String[]::new))
                        .bind(4, payload))
                .then());
  }

  @Override
  public Mono<Void> setIfEarlier(
      TenantId tenant, String kind, String key, Instant due, String payload) {
    return upsert(UPSERT + " where t.due_at > excluded.due_at", tenant, kind, key, due, payload);
  }

  private Mono<Void> upsert(
      String sql, TenantId tenant, String kind, String key, Instant due, String payload) {
    return Mono.deferContextual(
        context ->
            traced(
                    context,
                    database
                        .sql(sql)
                        .bind(0, tenant.value())
                        .bind(1, kind)
                        .bind(2, key)
                        .bind(3, due)
                        .bind(4, payload))
                .then());
  }

  private GenericExecuteSpec traced(ContextView context, GenericExecuteSpec statement) {
    String trace = traceparent.of(context);
    return trace == null ? statement.bindNull(5, String.class) : statement.bind(5, trace);
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
