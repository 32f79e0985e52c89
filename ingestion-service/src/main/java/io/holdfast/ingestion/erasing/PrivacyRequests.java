package io.holdfast.ingestion.erasing;

import io.holdfast.ingestion.erasing.PrivacyRequest.Kind;
import io.holdfast.ingestion.erasing.PrivacyRequest.State;
import io.holdfast.tenancy.sealing.Seal;
import io.holdfast.tenancy.sealing.Seals;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What was asked for, inside the tenant's transaction. All by privacy_request_pkey. */
@Component
class PrivacyRequests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DatabaseClient database;
  private final Seal seal;

  PrivacyRequests(DatabaseClient database, Seals seals) {
    this.database = database;
    this.seal = seals.of("holdfast people of requests");
  }

  /** Whom a request is about. */
  private record Named(@Nullable String id, @Nullable String email) {
    static Named of(PrivacyRequest request) {
      return new Named(request.id().orElse(null), request.email().orElse(null));
    }
  }

  Mono<Void> add(PrivacyRequest request) {
    return database
        .sql(
            """
            insert into privacy_request
              (request_id, kind, state, named, opaque, created_by, created_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            """)
        .bind(0, request.requestId())
        .bind(1, request.kind().code())
        .bind(2, request.state().code())
        .bind(
            3,
            ByteBuffer.wrap(
                seal.close(
                    JSON.writeValueAsString(Named.of(request)), request.requestId().toString())))
        .bind(4, request.opaque())
        .bind(5, request.createdBy())
        .bind(6, request.createdAt().atOffset(ZoneOffset.UTC))
        .then();
  }

  Mono<PrivacyRequest> find(Kind kind, UUID requestId) {
    return database
        .sql("select * from privacy_request where request_id = $1 and kind = $2")
        .bind(0, requestId)
        .bind(1, kind.code())
        .map(this::request)
        .one();
  }

  /** Empty when there is none, or none any more. */
  Mono<String> document(UUID requestId) {
    return database
        .sql("select document from privacy_request where request_id = $1 and document is not null")
        .bind(0, requestId)
        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
        .one();
  }

  /** Whose names are still needed. */
  Mono<Void> running(UUID requestId, String found) {
    return database
        .sql("update privacy_request set state = 'running', found = $2 where request_id = $1")
        .bind(0, requestId)
        .bind(1, found)
        .then();
  }

  /** Forgets who it was about. */
  Mono<Void> completed(UUID requestId, String found, String document, Instant at) {
    return database
        .sql(
            """
            update privacy_request
               set state = 'completed', found = $2, document = nullif($3, ''), finished_at = $4,
                   named = null, person_id = null, person_email = null
             where request_id = $1
            """)
        .bind(0, requestId)
        .bind(1, found)
        .bind(2, document)
        .bind(3, at.atOffset(ZoneOffset.UTC))
        .then();
  }

  private PrivacyRequest request(Readable row) {
    Named named = named(row);
    return new PrivacyRequest(
        Objects.requireNonNull(row.get("request_id", UUID.class)),
        Kind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT)),
        State.valueOf(text(row, "state").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(named.id()),
        Optional.ofNullable(named.email()),
        text(row, "opaque"),
        text(row, "found"),
        text(row, "created_by"),
        Objects.requireNonNull(row.get("created_at", Instant.class)),
        row.get("finished_at", Instant.class));
  }

  private Named named(Readable row) {
    ByteBuffer sealed = row.get("named", ByteBuffer.class);
    if (sealed == null) {
      return new Named(row.get("person_id", String.class), row.get("person_email", String.class));
    }
    byte[] bytes = new byte[sealed.remaining()];
    sealed.get(bytes);
    String place = Objects.requireNonNull(row.get("request_id", UUID.class)).toString();
    return JSON.readValue(seal.open(bytes, place), Named.class);
  }

  private static String text(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, String.class));
  }
}
