package io.holdfast.gateway.door;

import io.holdfast.gateway.problems.Problem;
import io.holdfast.gateway.sessions.SessionTokenStore;
import io.holdfast.gateway.sessions.SessionTokenStore.Kept;
import io.holdfast.gateway.sessions.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * The access token of a person's session, renewed when it is about to run out. A provider that
 * rotates refresh tokens takes a second use for theft, so one request renews for all: those on this
 * gateway share its work, those on others wait for its lease, or go on with the old token while it
 * lives. When the provider refuses to renew, the session is over.
 */
@Component
final class SessionTokens {
  private static final Duration RENEW_BEFORE = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final int LOOKS = 200;

  private final SessionTokenStore store;
  private final Renewal renewal;
  private final Clock clock;
  private final ConcurrentMap<String, Mono<String>> underWay = new ConcurrentHashMap<>();

  SessionTokens(SessionTokenStore store, Renewal renewal, Clock clock) {
    this.store = store;
    this.renewal = renewal;
    this.clock = clock;
  }

  Mono<String> of(ServerWebExchange exchange) {
    return exchange
        .getSession()
        .flatMap(
            session ->
                underWay
                    .computeIfAbsent(session.getId(), this::shared)
                    .switchIfEmpty(Mono.defer(() -> over(session))));
  }

  /** Goes on when who asked first goes away: what the provider gave must be kept. */
  private Mono<String> shared(String session) {
    return token(session, LOOKS).doFinally(_ -> underWay.remove(session)).cache();
  }

  /** Empty when the session has no token any more and gets none. */
  private Mono<String> token(String session, int looks) {
    return store
        .of(session)
        .flatMap(
            kept ->
                kept.tokens().lives(clock.instant().plus(RENEW_BEFORE))
                    ? Mono.just(kept.tokens().access())
                    : renewed(session, kept, looks));
  }

  private Mono<String> renewed(String session, Kept kept, int looks) {
    if (kept.tokens().refresh() == null) {
      return current(kept.tokens());
    }
    return store
        .lease(kept)
        .flatMap(leased -> leased ? renewed(kept) : meanwhile(session, kept.tokens(), looks));
  }

  private Mono<String> renewed(Kept kept) {
    return renewal
        .of(kept.tokens())
        .flatMap(tokens -> store.renewed(kept, tokens).thenReturn(tokens.access()))
        .onErrorResume(
            Problem.class,
            away ->
                store.giveBack(kept).then(current(kept.tokens())).switchIfEmpty(Mono.error(away)));
  }

  /** Somebody else renews. */
  private Mono<String> meanwhile(String session, Tokens tokens, int looks) {
    Mono<String> later =
        looks > 0
            ? Mono.delay(LOOK_AGAIN).then(Mono.defer(() -> token(session, looks - 1)))
            : Mono.error(() -> Problem.away("The session is being renewed. Try again."));
    return tokens.lives(clock.instant()) ? Mono.just(tokens.access()) : later;
  }

  private Mono<String> current(Tokens tokens) {
    return tokens.lives(clock.instant()) ? Mono.just(tokens.access()) : Mono.empty();
  }

  private static Mono<String> over(WebSession session) {
    return session
        .invalidate()
        .then(Mono.error(() -> Problem.unauthorized("The session is over. Sign in again.")));
  }
}
