package io.holdfast.messaging.deadletter;

import io.holdfast.messaging.deadletter.Letter.State;
import io.holdfast.tenancy.erasing.ErasedPerson;
import io.holdfast.tenancy.erasing.PersonalTraces;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * A letter that names an erased person loses its contents: they may tell of her in other words,
 * too. It stays to be found with its place, as discarded if it waited, so that nothing is lost
 * without a word.
 */
record LettersOfPerson(DatabaseClient database) implements PersonalTraces {

  private record Found(UUID id, String text) {}

  @Override
  public String name() {
    return "dead letters";
  }

  @Override
  public Mono<Long> erase(ErasedPerson person) {
    return database
        .sql(
            """
            select id, concat_ws(' ', headers, error, reason, record_key, message_id) as texts, body
              from dead_letter
            """) // there are few
        .map(
            row ->
                new Found(
                    Objects.requireNonNull(row.get("id", UUID.class)),
                    row.get("texts", String.class)
                        + ' '
                        + text(Objects.requireNonNull(row.get("body", ByteBuffer.class)))))
        .all()
        .filter(found -> person.isIn(found.text()))
        .map(Found::id)
        .collectList()
        .flatMap(this::empty);
  }

  private Mono<Long> empty(List<UUID> ids) {
    return ids.isEmpty()
        ? Mono.just(0L)
        : database
            .sql(
                """
                update dead_letter
                   set headers = '{}', body = '', error = 'removed with a person who was erased',
                       record_key = null, message_id = null,
                       state = case state when $2 then $3 else state end,
                       closed_at = coalesce(closed_at, now()), closed_by = coalesce(closed_by, 'erasure'),
                       reason = 'a person was erased whom it named'
                 where id = any($1)
                """)
            .bind(0, ids.toArray(UUID[]::new))
            .bind(1, State.WAITING.word())
            .bind(2, State.DISCARDED.word())
            .fetch()
            .rowsUpdated();
  }

  private static String text(ByteBuffer body) {
    return StandardCharsets.UTF_8.decode(body).toString();
  }
}
