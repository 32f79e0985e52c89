package io.holdfast.gateway.door;

import io.holdfast.gateway.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.RefreshTokenReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * The access token of a person's session, renewed when it is about to run out. Requests of one
 * session that come meanwhile share the one renewal: a provider that rotates refresh tokens takes a
 * second use for theft. When the provider refuses to renew, the session is over.
 */
@Component
final class SessionTokens {
  private static final Logger LOG = LoggerFactory.getLogger(SessionTokens.class);
  private static final Duration RENEW_BEFORE = Duration.ofSeconds(30);

  private static final Set<String> ENDED =
      Set.of(
          OAuth2ErrorCodes.INVALID_GRANT,
          OAuth2ErrorCodes.INVALID_TOKEN,
          "client_authorization_required");

  private final ReactiveOAuth2AuthorizedClientManager clients;
  private final Clock clock;
  private final ConcurrentMap<String, Mono<String>> underWay = new ConcurrentHashMap<>();

  SessionTokens(Provider provider, ServerOAuth2AuthorizedClientRepository repository, Clock clock) {
    DefaultReactiveOAuth2AuthorizedClientManager manager =
        new DefaultReactiveOAuth2AuthorizedClientManager(provider, repository);
    RefreshTokenReactiveOAuth2AuthorizedClientProvider renewal =
        new RefreshTokenReactiveOAuth2AuthorizedClientProvider();
    renewal.setClockSkew(RENEW_BEFORE);
    renewal.setClock(clock);
    // Its own one stores the person anew and with that changes the session's id, on which requests
    // under way with the old cookie find no session.
    renewal.setAuthorizationSuccessHandler((_, _, _) -> Mono.empty());
    manager.setAuthorizedClientProvider(renewal);
    this.clients = manager;
    this.clock = clock;
  }

  Mono<String> of(OAuth2AuthenticationToken person, ServerWebExchange exchange) {
    return exchange
        .getSession()
        .flatMap(
            session ->
                underWay
                    .computeIfAbsent(session.getId(), id -> token(person, exchange, id))
                    .switchIfEmpty(Mono.defer(() -> over(session))));
  }

  /** Empty when the session has no token any more and gets none. */
  private Mono<String> token(
      OAuth2AuthenticationToken person, ServerWebExchange exchange, String session) {
    OAuth2AuthorizeRequest request =
        OAuth2AuthorizeRequest.withClientRegistrationId(person.getAuthorizedClientRegistrationId())
            .principal(person)
            .attribute(ServerWebExchange.class.getName(), exchange)
            .build();
    return clients
        .authorize(request)
        .map(OAuth2AuthorizedClient::getAccessToken)
        .filter(this::lives)
        .map(OAuth2AccessToken::getTokenValue)
        .onErrorResume(ClientAuthorizationException.class, SessionTokens::refused)
        .doFinally(_ -> underWay.remove(session))
        .cache();
  }

  private boolean lives(OAuth2AccessToken token) {
    Instant end = token.getExpiresAt();
    return end == null || end.isAfter(clock.instant());
  }

  private static Mono<String> refused(ClientAuthorizationException refusal) {
    LOG.info("no new token: {}", refusal.getError());
    return ENDED.contains(refusal.getError().getErrorCode())
        ? Mono.empty()
        : Mono.error(Problem.away("The sign-in service is away for the moment. Try again."));
  }

  private static Mono<String> over(WebSession session) {
    return session
        .invalidate()
        .then(Mono.error(Problem.unauthorized("The session is over. Sign in again.")));
  }
}
