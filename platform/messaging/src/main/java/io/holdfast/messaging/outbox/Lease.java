package io.holdfast.messaging.outbox;

import io.holdfast.tenancy.BackgroundTransactions;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** A job that one instance does at a time. Taking it over from another raises the epoch. */
final class Lease {
  private static final Duration LENGTH = Duration.ofSeconds(10);
  private static final Duration RENEW_AFTER = Duration.ofSeconds(3);
  private static final Duration BOUND = Duration.ofSeconds(30);

  private final String name;
  private final UUID holder = UUID.randomUUID();
  private final BackgroundTransactions transactions;
  private final DatabaseClient database;
  private long epoch;
  private long renewAtNanos = System.nanoTime();

  Lease(String name, BackgroundTransactions transactions, DatabaseClient backgroundDatabase) {
    this.name = name;
    this.transactions = transactions;
    this.database = backgroundDatabase;
  }

  /** Takes or renews the lease; false while another instance has it. */
  boolean hold() {
    if (epoch > 0 && System.nanoTime() - renewAtNanos < 0) {
      return true;
    }
    Long held = transactions.run(this::take).block(BOUND);
    epoch = held == null ? 0 : held;
    renewAtNanos = System.nanoTime() + RENEW_AFTER.toNanos();
    return epoch > 0;
  }

  private Mono<Long> take() {
    return database
        .sql(
            """
            insert into lease as l (name, holder, epoch, expires_at)
            values ($1, $2, 1, now() + make_interval(secs => $3))
            on conflict (name) do update
               set holder = excluded.holder,
                   expires_at = excluded.expires_at,
                   epoch = case when l.holder = excluded.holder then l.epoch else l.epoch + 1 end
             where l.holder = excluded.holder or l.expires_at < now()
            returning epoch
            """)
        .bind(0, name)
        .bind(1, holder)
        .bind(2, (double) LENGTH.toSeconds())
        .map(row -> java.util.Objects.requireNonNull(row.get("epoch", Long.class)))
        .one();
  }

  /** Fails, inside the transaction of a mark, when another instance has taken over. */
  Mono<Void> stillHeld() {
    return database
        .sql("select 1 from lease where name = $1 and holder = $2 and epoch = $3 for share")
        .bind(0, name)
        .bind(1, holder)
        .bind(2, epoch)
        .map(row -> true)
        .one()
        .switchIfEmpty(
            Mono.error(
                () -> {
                  epoch = 0;
                  return new IllegalStateException("lease " + name + " was taken over");
                }))
        .then();
  }

  void release() {
    if (epoch == 0) {
      return;
    }
    transactions
        .run(
            () ->
                database
                    .sql("delete from lease where name = $1 and holder = $2")
                    .bind(0, name)
                    .bind(1, holder)
                    .then())
        .onErrorComplete()
        .block(BOUND);
  }
}
