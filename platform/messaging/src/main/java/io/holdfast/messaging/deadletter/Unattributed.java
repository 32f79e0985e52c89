package io.holdfast.messaging.deadletter;

import io.holdfast.tenancy.BackgroundTransactions;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * On the management port: the latest letters that name no tenant, so that no principal may see
 * them. Without bodies, which may hold anybody's data.
 */
@Endpoint(id = "unattributed")
final class Unattributed {
  private static final int MOST = 200;

  private final BackgroundTransactions transactions;
  private final DatabaseClient database;

  Unattributed(BackgroundTransactions transactions, DatabaseClient backgroundDatabase) {
    this.transactions = transactions;
    this.database = backgroundDatabase;
  }

  record State(long count, List<Line> latest) {}

  record Line(
      String consumer,
      String topic,
      @Nullable Integer partition,
      @Nullable Long offset,
      String error,
      Instant failedAt) {}

  @ReadOperation
  Mono<State> state() {
    return transactions.run(
        () -> count().flatMap(count -> latest().map(lines -> new State(count, lines))));
  }

  private Mono<Long> count() {
    return database
        .sql("select count(*) as letters from dead_letter where tenant_id = $1")
        .bind(0, TenantId.UNATTRIBUTED)
        .map(row -> Objects.requireNonNull(row.get("letters", Long.class)))
        .one();
  }

  private Mono<List<Line>> latest() {
    return database
        .sql(
            """
            select consumer, topic, record_partition, record_offset, error, failed_at
              from dead_letter where tenant_id = $1 order by failed_at desc, id desc limit $2
            """)
        .bind(0, TenantId.UNATTRIBUTED)
        .bind(1, MOST)
        .map(
            row ->
                new Line(
                    Objects.requireNonNull(row.get("consumer", String.class)),
                    Objects.requireNonNull(row.get("topic", String.class)),
                    row.get("record_partition", Integer.class),
                    row.get("record_offset", Long.class),
                    Objects.requireNonNull(row.get("error", String.class)),
                    Objects.requireNonNull(row.get("failed_at", Instant.class))))
        .all()
        .collectList();
  }
}
