package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;

import io.holdfast.notification.responding.Settlements;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Both statements rely on the primary key. */
public final class R2dbcSettlements implements Settlements {

  private final DatabaseClient database;

  public R2dbcSettlements(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> settle(String accountId, String play, String thing, Instant until) {
    return database
        .sql(
            """
            insert into settlement (account_id, play_key, thing, settled_until)
            values (:account, :play, :thing, :until)
            on conflict (tenant_id, account_id, play_key, thing) do update
              set settled_until = greatest(settlement.settled_until, excluded.settled_until)
            """)
        .bind("account", accountId)
        .bind("play", play)
        .bind("thing", thing)
        .bind("until", until)
        .then();
  }

  @Override
  public Mono<Instant> until(String accountId, String play, String thing) {
    return database
        .sql(
            """
            select settled_until from settlement
             where account_id = :account and play_key = :play and thing = :thing
            """)
        .bind("account", accountId)
        .bind("play", play)
        .bind("thing", thing)
        .map(row -> need(row, "settled_until", Instant.class))
        .one();
  }
}
