package io.holdfast.gateway.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.session.MapSession;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sessions in PostgreSQL. Attributes are rows of their own, of which only the changed ones are
 * written: of two requests at once, the slower must not put back what the faster replaced. A
 * session that was ended meanwhile is not written again.
 */
final class R2dbcSessions implements ReactiveSessionRepository<StoredSession> {
  private static final Logger LOG = LoggerFactory.getLogger(R2dbcSessions.class);
  private static final Duration SEEN_EVERY = Duration.ofSeconds(30);

  // by session_secret_digest_key, session_attribute_pkey
  private static final String FIND =
      """
      select s.id, s.created_at, s.last_seen_at, s.idle_seconds, a.name, a.sealed
        from session s left join session_attribute a on a.session = s.id
       where s.secret_digest = $1 and s.expires_at > $2
      """;
  private static final String WRITE =
      """
      insert into session (id, secret_digest, created_at, last_seen_at, idle_seconds, expires_at,
                           person_digest, provider_session, browser)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;
  private static final String CHANGE =
      """
      update session
         set secret_digest = $2, created_at = $3, last_seen_at = greatest(last_seen_at, $4),
             idle_seconds = $5, expires_at = $6, person_digest = coalesce($7, person_digest),
             provider_session = coalesce($8, provider_session), browser = coalesce($9, browser)
       where id = $1
      """;
  private static final String PUT =
      """
      insert into session_attribute (session, name, sealed)
      select id, $2, $3 from session where id = $1
      on conflict (session, name) do update set sealed = excluded.sealed
      """;
  private static final String TAKE =
      "delete from session_attribute where session = $1 and name = $2";

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final Contents contents;
  private final SessionProperties properties;
  private final Clock clock;

  R2dbcSessions(
      DatabaseClient database,
      TransactionalOperator transaction,
      Contents contents,
      SessionProperties properties,
      Clock clock) {
    this.database = database;
    this.transaction = transaction;
    this.contents = contents;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Mono<StoredSession> createSession() {
    return Mono.fromSupplier(
        () -> {
          MapSession state = state(SessionIds.next());
          state.setCreationTime(clock.instant());
          state.setLastAccessedTime(clock.instant());
          state.setMaxInactiveInterval(properties.strangerIdle());
          return StoredSession.begun(state);
        });
  }

  @Override
  public Mono<StoredSession> findById(String id) {
    return database
        .sql(FIND)
        .bind(0, Digest.of(id))
        .bind(1, utc(clock.instant()))
        .map(
            (row, _) ->
                new Kept(
                    required(row.get("id", UUID.class)),
                    required(row.get("created_at", OffsetDateTime.class)).toInstant(),
                    required(row.get("last_seen_at", OffsetDateTime.class)).toInstant(),
                    Duration.ofSeconds(required(row.get("idle_seconds", Integer.class))),
                    row.get("name", String.class),
                    row.get("sealed", byte[].class)))
        .all()
        .collectList()
        .filter(rows -> !rows.isEmpty())
        .flatMap(rows -> opened(id, rows))
        .onErrorMap(StoreAway::causes, StoreAway::told);
  }

  @Override
  public Mono<Void> save(StoredSession session) {
    if (session.stored() && !session.altered()) {
      return session.seenLaterBy(SEEN_EVERY) ? touch(session) : Mono.empty();
    }
    return row(session.stored() ? CHANGE : WRITE, session)
        .filter(written -> written > 0)
        .flatMapMany(_ -> Flux.fromIterable(session.changed()))
        .concatMap(name -> attribute(session, name))
        .then(Mono.fromRunnable(session::written))
        .as(transaction::transactional)
        .onErrorMap(StoreAway::causes, StoreAway::told)
        .then();
  }

  @Override
  public Mono<Void> deleteById(String id) {
    return database
        .sql("delete from session where secret_digest = $1")
        .bind(0, Digest.of(id))
        .then()
        .onErrorMap(StoreAway::causes, StoreAway::told);
  }

  /** An answer is not withheld because the time of a visit cannot be noted. */
  private Mono<Void> touch(StoredSession session) {
    return row(CHANGE, session)
        .doOnNext(_ -> session.written())
        .doOnError(failure -> LOG.warn("a session's visit is not noted: {}", failure.toString()))
        .onErrorComplete()
        .then();
  }

  private Mono<Long> row(String sql, StoredSession session) {
    Holder holder = Holder.of(session);
    GenericExecuteSpec statement =
        database
            .sql(sql)
            .bind(0, session.row())
            .bind(1, Digest.of(session.getId()))
            .bind(2, utc(session.getCreationTime()))
            .bind(3, utc(session.getLastAccessedTime()))
            .bind(4, (int) session.getMaxInactiveInterval().toSeconds())
            .bind(5, utc(end(session)));
    PersonKey person = holder.person();
    statement =
        person == null ? statement.bindNull(6, byte[].class) : statement.bind(6, person.digest());
    statement = bound(statement, 7, holder.providerSession());
    return bound(statement, 8, holder.browser()).fetch().rowsUpdated();
  }

  private Mono<Long> attribute(StoredSession session, String name) {
    Object value = session.getAttribute(name);
    GenericExecuteSpec statement =
        database.sql(value == null ? TAKE : PUT).bind(0, session.row()).bind(1, name);
    return (value == null
            ? statement
            : statement.bind(2, contents.close(value, session.row(), name)))
        .fetch()
        .rowsUpdated();
  }

  private Instant end(StoredSession session) {
    Instant idle = session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
    Instant latest = session.getCreationTime().plus(properties.longest());
    return idle.isBefore(latest) ? idle : latest;
  }

  /** What cannot be opened any more is no session: its person signs in again. */
  private Mono<StoredSession> opened(String id, List<Kept> rows) {
    Kept first = rows.getFirst();
    MapSession state = state(id);
    state.setCreationTime(first.created());
    state.setLastAccessedTime(first.seen());
    state.setMaxInactiveInterval(first.idle());
    try {
      for (Kept row : rows) {
        String name = row.name();
        byte[] sealed = row.sealed();
        if (name != null && sealed != null) {
          state.setAttribute(name, contents.open(sealed, row.id(), name, Object.class));
        }
      }
    } catch (RuntimeException unreadable) {
      LOG.warn("a session cannot be read and is ended: {}", unreadable.toString());
      return deleteById(id).then(Mono.empty());
    }
    return Mono.just(StoredSession.found(first.id(), state));
  }

  private static MapSession state(String id) {
    MapSession state = new MapSession(id);
    state.setSessionIdGenerator(SessionIds::next);
    return state;
  }

  private static GenericExecuteSpec bound(
      GenericExecuteSpec statement, int index, @Nullable String value) {
    return value == null ? statement.bindNull(index, String.class) : statement.bind(index, value);
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a column that is not null was null");
    }
    return value;
  }

  private record Kept(
      UUID id,
      Instant created,
      Instant seen,
      Duration idle,
      @Nullable String name,
      byte @Nullable [] sealed) {}
}
