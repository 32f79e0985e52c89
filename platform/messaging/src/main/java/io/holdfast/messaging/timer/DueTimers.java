package io.holdfast.messaging.timer;

import io.holdfast.messaging.FiredTimer;
import io.holdfast.tenancy.BackgroundTransactions;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Claims due timers for this instance, and takes them away or gives them back. */
final class DueTimers {
  static final Duration CLAIM = Duration.ofSeconds(60);

  private static final Comparator<Claimed> OLDEST_FIRST =
      Comparator.comparing((Claimed claimed) -> claimed.timer().due())
          .thenComparing(claimed -> claimed.timer().key());

  private final BackgroundTransactions transactions;
  private final DatabaseClient backgroundDatabase;
  private final DatabaseClient database;

  DueTimers(
      BackgroundTransactions transactions,
      DatabaseClient backgroundDatabase,
      DatabaseClient database) {
    this.transactions = transactions;
    this.backgroundDatabase = backgroundDatabase;
    this.database = database;
  }

  /** A timer claimed in one of its settings. */
  record Claimed(FiredTimer timer, UUID version, @Nullable String traceparent) {}

  /**
   * Tenants take turns, so that one with very many due timers does not keep the others waiting.
   * Uses the index timer_due, of which it looks at no more than the oldest.
   */
  Mono<List<Claimed>> claim(Instant businessNow, Collection<String> kinds, int limit) {
    return transactions.run(
        () ->
            backgroundDatabase
                .sql(
                    """
                    update timer t
                       set claimed_until = now() + make_interval(secs => $4), attempt = t.attempt + 1
                      from (select c.tenant_id, c.kind, c.timer_key from timer c
                              join (select tenant_id, kind, timer_key,
                                           row_number() over (partition by tenant_id order by due_at) as turn
                                      from (select tenant_id, kind, timer_key, due_at from timer
                                             where due_at <= $1 and kind = any($2)
                                               and (claimed_until is null or claimed_until < now())
                                             order by due_at
                                             limit 2000) oldest) q
                                using (tenant_id, kind, timer_key)
                             where c.claimed_until is null or c.claimed_until < now()
                             order by q.turn, c.due_at
                             limit $3
                               for update of c skip locked) due
                     where t.tenant_id = due.tenant_id and t.kind = due.kind and t.timer_key = due.timer_key
                    returning t.tenant_id, t.kind, t.timer_key, t.due_at, t.payload, t.attempt, t.version, t.traceparent
                    """)
                .bind(0, businessNow)
                .bind(1, kinds.toArray(String[]::new))
                .bind(2, limit)
                .bind(3, (double) CLAIM.toSeconds())
                .map(DueTimers::read)
                .all()
                .sort(OLDEST_FIRST)
                .collectList());
  }

  private static Claimed read(Readable row) {
    FiredTimer timer =
        new FiredTimer(
            new TenantId(column(row, "tenant_id", String.class)),
            column(row, "kind", String.class),
            column(row, "timer_key", String.class),
            column(row, "due_at", Instant.class),
            column(row, "payload", String.class),
            column(row, "attempt", Integer.class));
    return new Claimed(
        timer, column(row, "version", UUID.class), row.get("traceparent", String.class));
  }

  private static <T> T column(Readable row, String name, Class<T> type) {
    return Objects.requireNonNull(row.get(name, type), name);
  }

  /**
   * Inside the tenant's transaction: takes those away that were not set anew or cancelled since
   * they were claimed. A row that somebody is changing at this moment is being set anew or
   * cancelled, so it is not waited for: who fires timers holds their rows while it does its work,
   * and would wait for one that waits for it.
   */
  Mono<List<FiredTimer>> take(TenantId tenant, List<Claimed> claims) {
    Map<UUID, FiredTimer> byVersion = new HashMap<>();
    claims.forEach(claim -> byVersion.put(claim.version(), claim.timer()));
    return database
        .sql(
            """
            delete from timer t
             using (select kind, timer_key from timer
                     where tenant_id = $1
                       and (kind, timer_key, version) in
                           (select * from unnest($2::text[], $3::text[], $4::uuid[]))
                       for update skip locked) due
             where t.tenant_id = $1 and t.kind = due.kind and t.timer_key = due.timer_key
            returning t.version
            """)
        .bind(0, tenant.value())
        .bind(1, claims.stream().map(claim -> claim.timer().kind()).toArray(String[]::new))
        .bind(2, claims.stream().map(claim -> claim.timer().key()).toArray(String[]::new))
        .bind(3, claims.stream().map(Claimed::version).toArray(UUID[]::new))
        .map(row -> column(row, "version", UUID.class))
        .all()
        .map(version -> Objects.requireNonNull(byVersion.get(version)))
        .sort(Comparator.comparing(FiredTimer::key))
        .collectList();
  }

  /** Inside the tenant's transaction, after the work: it stays when it was set anew meanwhile. */
  Mono<Void> remove(Claimed claimed) {
    return database
        .sql(
            """
            delete from timer
             where tenant_id = $1 and kind = $2 and timer_key = $3 and version = $4
            """)
        .bind(0, claimed.timer().tenant().value())
        .bind(1, claimed.timer().kind())
        .bind(2, claimed.timer().key())
        .bind(3, claimed.version())
        .then();
  }

  /** After a failure of its own: nobody tries it before the pause is over. */
  Mono<Void> giveBack(Claimed claimed, Duration pause) {
    return giveBack(claimed, pause, claimed.timer().attempt());
  }

  /** As if it had not been claimed, but nobody tries it before the pause is over. */
  Mono<Void> putBack(Claimed claimed, Duration pause) {
    return giveBack(claimed, pause, claimed.timer().attempt() - 1);
  }

  private Mono<Void> giveBack(Claimed claimed, Duration pause, int attempt) {
    return transactions.run(
        () ->
            backgroundDatabase
                .sql(
                    """
                    update timer set claimed_until = now() + make_interval(secs => $5), attempt = $6
                     where tenant_id = $1 and kind = $2 and timer_key = $3 and version = $4
                    """)
                .bind(0, claimed.timer().tenant().value())
                .bind(1, claimed.timer().kind())
                .bind(2, claimed.timer().key())
                .bind(3, claimed.version())
                .bind(4, pause.toMillis() / 1000.0)
                .bind(5, attempt)
                .then());
  }
}
