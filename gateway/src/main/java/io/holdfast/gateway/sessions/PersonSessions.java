package io.holdfast.gateway.sessions;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The sessions of a person, on whichever gateway. Ended here, they are ended everywhere with the
 * next request, since every request looks its session up.
 */
@Component
public final class PersonSessions {
  /** The attribute in which a session notes its browser. */
  public static final String BROWSER = "holdfast.browser";

  // by session_person
  private static final String LIST =
      """
      select id, created_at, last_seen_at, browser, secret_digest = $2 as this
        from session where person_digest = $1 and expires_at > $3
       order by last_seen_at desc, id
      """;
  private static final String END =
      """
      delete from session
       where person_digest = $1 and ($2::uuid is null or id = $2) and secret_digest <> $3
      """;
  // by session_provider_session
  private static final String END_AT_PROVIDER = "delete from session where provider_session = $1";

  private static final byte[] NONE = new byte[0];

  private final DatabaseClient database;
  private final Clock clock;

  PersonSessions(DatabaseClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param here the id of the session that asks, if one does
   */
  public Flux<PersonSession> of(PersonKey person, @Nullable String here) {
    return database
        .sql(LIST)
        .bind(0, person.digest())
        .bind(1, digest(here))
        .bind(2, R2dbcSessions.utc(clock.instant()))
        .map(
            (row, _) ->
                new PersonSession(
                    R2dbcSessions.required(row.get("id", UUID.class)),
                    instant(row.get("created_at", OffsetDateTime.class)),
                    instant(row.get("last_seen_at", OffsetDateTime.class)),
                    row.get("browser", String.class),
                    Boolean.TRUE.equals(row.get("this", Boolean.class))))
        .all()
        .onErrorMap(StoreAway::causes, StoreAway::told);
  }

  /** Whether there was such a session of this person. */
  public Mono<Boolean> end(PersonKey person, UUID session) {
    return ended(database.sql(END).bind(0, person.digest()).bind(1, session).bind(2, NONE))
        .map(count -> count > 0);
  }

  /**
   * How many were ended.
   *
   * @param spared the id of a session that goes on
   */
  public Mono<Long> endAll(PersonKey person, @Nullable String spared) {
    return ended(
        database.sql(END).bind(0, person.digest()).bindNull(1, UUID.class).bind(2, digest(spared)));
  }

  /** Ends what was begun in one session at the provider. */
  public Mono<Long> endAtProvider(String providerSession) {
    return ended(database.sql(END_AT_PROVIDER).bind(0, providerSession));
  }

  /** By session_expires_at. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  Mono<Void> sweep() {
    return database
        .sql("delete from session where expires_at <= $1")
        .bind(0, R2dbcSessions.utc(clock.instant()))
        .then()
        .onErrorComplete(StoreAway::causes);
  }

  private static Mono<Long> ended(DatabaseClient.GenericExecuteSpec statement) {
    return statement.fetch().rowsUpdated().onErrorMap(StoreAway::causes, StoreAway::told);
  }

  private static byte[] digest(@Nullable String id) {
    return id == null ? NONE : Digest.of(id);
  }

  private static Instant instant(@Nullable OffsetDateTime time) {
    return R2dbcSessions.required(time).toInstant();
  }
}
