package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Kind;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A tenant's archive from its beginning, page by page, as the messages that were published of it.
 * Facts come in the order they were written in. Use never changes, so it comes in the order of its
 * key, which needs no index of its own.
 */
@Component
public final class ArchivedPast {
  private static final int ROWS = 2000;
  private static final int BYTES = 4 * 1024 * 1024;

  private final DatabaseClient database;

  ArchivedPast(DatabaseClient database) {
    this.database = database;
  }

  /** Messages and where the following page begins behind; no message at the end. */
  public record PageOfPast(List<ProducerRecord<String, byte[]>> messages, String last) {}

  private record Line(ProducerRecord<String, byte[]> message, String place) {}

  /** Inside a transaction of the tenant; the first page is behind nothing. */
  public Mono<PageOfPast> facts(TenantId tenant, @Nullable String after) {
    return page(
        "archived_fact",
        "id",
        "null::text as person, null::text as event, null::text as visitor, id::text as place",
        "$2::uuid",
        tenant,
        after == null ? new UUID(0, 0).toString() : after);
  }

  /** Inside a transaction of the tenant; the first page is behind nothing. */
  public Mono<PageOfPast> usage(TenantId tenant, @Nullable String after) {
    return page(
        "archived_usage",
        "entry_key",
        "person, event, visitor, entry_key as place",
        "$2",
        tenant,
        after == null ? "" : after);
  }

  private Mono<PageOfPast> page(
      String table, String order, String columns, String parameter, TenantId tenant, String after) {
    GenericExecuteSpec statement =
        database
            .sql(
                """
                select tenant_id, id, kind, account_id, %2$s, happened_at, body, received_at, recorded_at, assumed,
                       load, traceparent
                  from (select *, sum(octet_length(body)) over (order by %3$s) - octet_length(body) as before
                          from (select * from %1$s where tenant_id = $1 and %3$s > %4$s
                                 order by %3$s limit %5$d) next) sized
                 where before < %6$d order by %3$s
                """
                    .formatted(table, columns, order, parameter, ROWS, BYTES))
            .bind(0, tenant.value())
            .bind(1, after);
    Flux<Line> lines = statement.map(ArchivedPast::line).all();
    return lines
        .collectList()
        .map(
            found ->
                new PageOfPast(
                    found.stream().map(Line::message).toList(),
                    found.isEmpty() ? after : found.getLast().place()));
  }

  private static Line line(Readable row) {
    ArchivedMessage message =
        new ArchivedMessage(
            column(row, "tenant_id", String.class),
            column(row, "id", UUID.class),
            Kind.named(column(row, "kind", String.class)).orElseThrow(),
            column(row, "account_id", String.class),
            row.get("person", String.class),
            row.get("event", String.class),
            row.get("visitor", String.class),
            column(row, "happened_at", Instant.class),
            column(row, "body", String.class),
            column(row, "received_at", Instant.class),
            row.get("recorded_at", Instant.class),
            column(row, "assumed", Boolean.class),
            row.get("load", String.class),
            row.get("traceparent", String.class));
    return new Line(message.toRecord(), column(row, "place", String.class));
  }

  private static <T> T column(Readable row, String name, Class<T> type) {
    return Objects.requireNonNull(row.get(name, type), name);
  }
}
