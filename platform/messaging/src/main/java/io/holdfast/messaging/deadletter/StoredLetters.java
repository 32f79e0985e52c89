package io.holdfast.messaging.deadletter;

import io.holdfast.messaging.deadletter.Letter.State;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code dead_letter}, read and worked on in transactions of a tenant. */
final class StoredLetters {
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
  private static final String COLUMNS =
      "select id, state, consumer, type, subject, message_id, record_key, topic, record_partition,"
          + " record_offset, error, attempts, failed_at, last_failed_at, closed_at, closed_by,"
          + " reason";

  private final DatabaseClient database;
  private final JsonMapper json;

  StoredLetters(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** The place in the list of a letter already seen. */
  record Seen(Instant failedAt, UUID id) {}

  /** Uses the index dead_letter_failed. */
  Flux<Letter> list(LetterFilter filter, @Nullable Seen after, boolean descending, int limit) {
    String direction = descending ? "desc" : "asc";
    LetterFilter following =
        after == null
            ? filter
            : filter.and(
                "(failed_at, id) " + (descending ? "<" : ">") + " (%s, %s)",
                after.failedAt(),
                after.id());
    return following
        .bind(
            database,
            COLUMNS + " from dead_letter",
            "order by failed_at %1$s, id %1$s limit %2$d".formatted(direction, limit))
        .map(StoredLetters::letter)
        .all();
  }

  Mono<Letter.Whole> find(LetterFilter filter, UUID id) {
    return whole(filter, id, "");
  }

  /** Nobody else works on the letter until the transaction ends. */
  Mono<Letter.Whole> lock(LetterFilter filter, UUID id) {
    return whole(filter, id, "for update");
  }

  private Mono<Letter.Whole> whole(LetterFilter filter, UUID id, String lock) {
    return filter
        .and("id = %s", id)
        .bind(database, COLUMNS + ", headers, body from dead_letter", lock)
        .map(
            row -> {
              Letter letter = letter(row);
              FailedRecord record =
                  new FailedRecord(
                      letter.topic(),
                      letter.partition(),
                      letter.offset(),
                      letter.key(),
                      json.readValue(column(row, "headers", String.class), HEADERS),
                      bytes(column(row, "body", ByteBuffer.class)));
              return new Letter.Whole(letter, record);
            })
        .one();
  }

  /** Those tried longest ago first, so that letters that fail again do not keep others waiting. */
  Flux<UUID> waiting(LetterFilter filter, int limit) {
    return filter
        .and("state = %s", State.WAITING.word())
        .bind(
            database,
            "select id from dead_letter",
            "order by last_failed_at, failed_at, id limit " + limit)
        .map(row -> column(row, "id", UUID.class))
        .all();
  }

  Mono<Long> count(LetterFilter filter) {
    return filter
        .and("state = %s", State.WAITING.word())
        .bind(database, "select count(*) as letters from dead_letter", "")
        .map(row -> column(row, "letters", Long.class))
        .one();
  }

  Mono<Void> replayed(UUID id, String by) {
    return close(id, State.REPLAYED, by, null);
  }

  Mono<Void> discarded(UUID id, String by, String reason) {
    return close(id, State.DISCARDED, by, reason);
  }

  private Mono<Void> close(UUID id, State state, String by, @Nullable String reason) {
    var statement =
        database
            .sql(
                """
                update dead_letter set state = $2, closed_at = now(), closed_by = $3, reason = $4
                 where id = $1
                """)
            .bind(0, id)
            .bind(1, state.word())
            .bind(2, by);
    return (reason == null ? statement.bindNull(3, String.class) : statement.bind(3, reason))
        .then();
  }

  Mono<Void> failedAgain(UUID id, Throwable failure) {
    return database
        .sql(
            """
            update dead_letter set attempts = attempts + 1, error = $2, last_failed_at = now()
             where id = $1 and state = 'waiting'
            """)
        .bind(0, id)
        .bind(1, DeadLetters.errorOf(failure))
        .then();
  }

  private static Letter letter(Readable row) {
    return new Letter(
        column(row, "id", UUID.class),
        State.valueOf(column(row, "state", String.class).toUpperCase(Locale.ROOT)),
        column(row, "consumer", String.class),
        row.get("type", String.class),
        row.get("subject", String.class),
        row.get("message_id", String.class),
        row.get("record_key", String.class),
        column(row, "topic", String.class),
        row.get("record_partition", Integer.class),
        row.get("record_offset", Long.class),
        column(row, "error", String.class),
        column(row, "attempts", Integer.class),
        column(row, "failed_at", Instant.class),
        column(row, "last_failed_at", Instant.class),
        row.get("closed_at", Instant.class),
        row.get("closed_by", String.class),
        row.get("reason", String.class));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static <T> T column(Readable row, String name, Class<T> type) {
    return Objects.requireNonNull(row.get(name, type), name);
  }
}
