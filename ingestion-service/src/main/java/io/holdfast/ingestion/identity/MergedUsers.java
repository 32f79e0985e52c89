package io.holdfast.ingestion.identity;

import io.holdfast.ingestion.archive.PastMessage;
import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.identity.Link.Unmasking;
import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What the others were told of names that are one person's, kept to tell it again to a service that
 * makes its projections anew. Ids only.
 */
@Component
public final class MergedUsers {
  private static final String TOPIC = "holdfast.facts";
  private static final String TYPE = "ingestion.user-merged.v1";
  private static final int ROWS = 2000;

  private final DatabaseClient database;
  private final Outbox outbox;

  MergedUsers(DatabaseClient database, Outbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  /** What the others are told. */
  record Body(String previousId, String userId, Instant statedAt, Instant receivedAt) {}

  /** Messages and where the following page begins behind; no message at the end. */
  public record Page(List<ProducerRecord<String, byte[]>> messages, String last) {}

  private record Line(String place, ProducerRecord<String, byte[]> message) {}

  Mono<Void> announce(TenantId tenant, List<Unmasking> news) {
    if (news.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            insert into user_merge (previous_id, user_id, stated_at, received_at)
            select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[])
            """)
        .bind(0, news.stream().map(Unmasking::previousId).toArray(String[]::new))
        .bind(1, news.stream().map(Unmasking::userId).toArray(String[]::new))
        .bind(2, news.stream().map(one -> at(one.at())).toArray(OffsetDateTime[]::new))
        .bind(3, news.stream().map(one -> at(one.receivedAt())).toArray(OffsetDateTime[]::new))
        .then()
        .then(outbox.append(news.stream().map(one -> message(tenant, one)).toList()));
  }

  private static OutgoingMessage message(TenantId tenant, Unmasking one) {
    Body body = new Body(one.previousId(), one.userId(), one.at(), one.receivedAt());
    return new OutgoingMessage(TOPIC, tenant, null, TYPE, one.at(), body, Map.of());
  }

  /** All of a tenant page by page; the first page is behind nothing. */
  public Mono<Page> past(TenantId tenant, @Nullable String after) {
    String behind = after == null ? new UUID(0, 0).toString() : after;
    return database
        .sql(
            """
            select id::text as id, previous_id, user_id, stated_at, received_at from user_merge
             where tenant_id = $1 and id > $2::uuid order by id limit $3
            """) // user_merge_pkey
        .bind(0, tenant.value())
        .bind(1, behind)
        .bind(2, ROWS)
        .map(row -> line(tenant, row))
        .all()
        .collectList()
        .map(
            lines ->
                new Page(
                    lines.stream().map(Line::message).toList(),
                    lines.isEmpty() ? behind : lines.getLast().place()));
  }

  private static Line line(TenantId tenant, Readable row) {
    String id = column(row, "id", String.class);
    Instant stated = column(row, "stated_at", Instant.class);
    String json =
        new JsonText()
            .text("previousId", column(row, "previous_id", String.class))
            .text("userId", column(row, "user_id", String.class))
            .value("statedAt", stated)
            .value("receivedAt", column(row, "received_at", Instant.class))
            .end();
    return new Line(id, PastMessage.of(TOPIC, tenant, id, TYPE, stated, json));
  }

  private static <T> T column(Readable row, String name, Class<T> type) {
    return Objects.requireNonNull(row.get(name, type), name);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
