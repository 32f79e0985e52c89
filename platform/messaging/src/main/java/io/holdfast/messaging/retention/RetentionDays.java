package io.holdfast.messaging.retention;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The service's copy of how long tenants keep things, as ingestion announces it. */
public final class RetentionDays implements KeptFor, MessageHandler {
  private static final String TYPE = "ingestion.tenant-changed.v1";

  private final DatabaseClient database;
  private final Timers timers;
  private final Clock clock;

  RetentionDays(DatabaseClient database, Timers timers, Clock clock) {
    this.database = database;
    this.timers = timers;
    this.clock = clock;
  }

  record TenantChangedMessage(int retentionDays) {}

  @Override
  public Mono<Duration> of(TenantId tenant) {
    return database
        .sql("select days from kept_for where tenant_id = $1") // kept_for_pkey
        .bind(0, tenant.value())
        .map(row -> Duration.ofDays(Objects.requireNonNull(row.get(0, Integer.class))))
        .one();
  }

  /** Looks every day from the first time on. */
  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    return Flux.fromIterable(messages)
        .filter(message -> message.type().equals(TYPE))
        .map(message -> message.as(TenantChangedMessage.class).retentionDays())
        .filter(days -> days > 0)
        .concatMap(days -> learn(tenant, days))
        .then();
  }

  private Mono<Void> learn(TenantId tenant, int days) {
    return database
        .sql(
            """
            insert into kept_for (tenant_id, days) values ($1, $2)
            on conflict (tenant_id) do update set days = excluded.days
            """)
        .bind(0, tenant.value())
        .bind(1, days)
        .then()
        .then(
            timers.setIfEarlier(
                tenant,
                DropExpired.KIND,
                DropExpired.DAILY,
                clock.instant().plus(DropExpired.DAY),
                ""));
  }
}
