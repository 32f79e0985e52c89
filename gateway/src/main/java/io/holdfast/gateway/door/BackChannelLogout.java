package io.holdfast.gateway.door;

import io.holdfast.gateway.sessions.PersonKey;
import io.holdfast.gateway.sessions.PersonSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.server.session.ReactiveOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends sessions here when the provider says that they ended there (OpenID Connect Back-Channel
 * Logout). Spring's own handler sends itself a request for each session; here a statement ends them
 * on every gateway. So nothing is registered either: a session's row knows whose it is.
 */
@Component
final class BackChannelLogout implements ServerLogoutHandler, ReactiveOidcSessionRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogout.class);

  private final PersonSessions sessions;

  BackChannelLogout(PersonSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Mono<Void> logout(WebFilterExchange exchange, Authentication verified) {
    return verified.getPrincipal() instanceof OidcLogoutToken token
        ? ended(token)
            .doOnNext(count -> LOG.info("the provider ended {} sessions", count))
            .then(Mono.defer(() -> exchange.getExchange().getResponse().setComplete()))
        : Mono.empty();
  }

  private Mono<Long> ended(OidcLogoutToken token) {
    String providerSession = token.getSessionId();
    if (providerSession != null) {
      return sessions.endAtProvider(providerSession);
    }
    return sessions.endAll(PersonKey.of(token.getIssuer(), token.getSubject()), null);
  }

  @Override
  public Mono<Void> saveSessionInformation(OidcSessionInformation session) {
    return Mono.empty();
  }

  @Override
  public Mono<OidcSessionInformation> removeSessionInformation(String session) {
    return Mono.empty();
  }

  @Override
  public Flux<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
    return Flux.empty();
  }
}
