package io.holdfast.gateway.sessions;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The tokens of sessions. They are renewed under a lease: of all gateways one asks the provider,
 * which takes a second use of a refresh token for theft. A lease and no row lock, so that no
 * connection is held while the provider thinks.
 */
@Component
public final class SessionTokenStore {
  /** Longer than the provider is waited for. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  private static final String PLACE = "tokens";
  private static final String KEEP =
      """
      insert into session_token (session, sealed) values ($1, $2)
      on conflict (session)
      do update set sealed = excluded.sealed, version = session_token.version + 1, leased_until = null
      """;
  // by session_secret_digest_key, session_token_pkey
  private static final String FIND =
      """
      select t.session, t.sealed, t.version
        from session_token t join session s on s.id = t.session
       where s.secret_digest = $1
      """;
  private static final String LEASE_IT =
      """
      update session_token set leased_until = $3
       where session = $1 and version = $2 and (leased_until is null or leased_until <= $4)
      """;
  private static final String RENEW =
      """
      update session_token set sealed = $3, version = version + 1, leased_until = null
       where session = $1 and version = $2
      """;

  private final DatabaseClient database;
  private final Contents contents;
  private final Clock clock;

  SessionTokenStore(DatabaseClient database, Contents contents, Clock clock) {
    this.database = database;
    this.contents = contents;
    this.clock = clock;
  }

  /** The first tokens of a session, or those of another sign-in within it. */
  public Mono<Void> keep(String sessionId, Tokens tokens) {
    return database
        .sql("select id from session where secret_digest = $1")
        .bind(0, Digest.of(sessionId))
        .map((row, _) -> R2dbcSessions.required(row.get("id", UUID.class)))
        .one()
        .flatMap(
            session ->
                database
                    .sql(KEEP)
                    .bind(0, session)
                    .bind(1, contents.close(tokens, session, PLACE))
                    .then())
        .onErrorMap(StoreAway::causes, StoreAway::told);
  }

  /** Empty when the session has none, or is over. */
  public Mono<Kept> of(String sessionId) {
    return database
        .sql(FIND)
        .bind(0, Digest.of(sessionId))
        .map(
            (row, _) -> {
              UUID session = R2dbcSessions.required(row.get("session", UUID.class));
              byte[] sealed = R2dbcSessions.required(row.get("sealed", byte[].class));
              return new Kept(
                  session,
                  R2dbcSessions.required(row.get("version", Long.class)),
                  contents.open(sealed, session, PLACE, Tokens.class));
            })
        .one()
        .onErrorMap(StoreAway::causes, StoreAway::told);
  }

  /** Whether the caller is now the one who renews these. */
  public Mono<Boolean> lease(Kept kept) {
    return database
        .sql(LEASE_IT)
        .bind(0, kept.session())
        .bind(1, kept.version())
        .bind(2, R2dbcSessions.utc(clock.instant().plus(LEASE)))
        .bind(3, R2dbcSessions.utc(clock.instant()))
        .fetch()
        .rowsUpdated()
        .map(leased -> leased > 0)
        .onErrorMap(StoreAway::causes, StoreAway::told);
  }

  public Mono<Void> renewed(Kept kept, Tokens tokens) {
    return database
        .sql(RENEW)
        .bind(0, kept.session())
        .bind(1, kept.version())
        .bind(2, contents.close(tokens, kept.session(), PLACE))
        .then()
        .onErrorMap(StoreAway::causes, StoreAway::told);
  }

  public Mono<Void> giveBack(Kept kept) {
    return database
        .sql("update session_token set leased_until = null where session = $1 and version = $2")
        .bind(0, kept.session())
        .bind(1, kept.version())
        .then()
        .onErrorComplete(StoreAway::causes);
  }

  /** Tokens, and which renewal they come from. */
  public record Kept(UUID session, long version, Tokens tokens) {}
}
