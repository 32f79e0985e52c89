package io.holdfast.gateway.door;

import io.holdfast.gateway.sessions.SessionTokenStore;
import io.holdfast.gateway.sessions.Tokens;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Keeps what the provider gave at sign-in. Only written to: {@link SessionTokens} reads it, and
 * with the session it goes.
 */
@Component
final class KeptClients implements ServerOAuth2AuthorizedClientRepository {
  private final SessionTokenStore store;

  KeptClients(SessionTokenStore store) {
    this.store = store;
  }

  @Override
  public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
      String registration, Authentication person, ServerWebExchange exchange) {
    return Mono.empty();
  }

  @Override
  public Mono<Void> saveAuthorizedClient(
      OAuth2AuthorizedClient client, Authentication person, ServerWebExchange exchange) {
    OAuth2RefreshToken refresh = client.getRefreshToken();
    Tokens tokens =
        new Tokens(
            client.getAccessToken().getTokenValue(),
            client.getAccessToken().getExpiresAt(),
            refresh == null ? null : refresh.getTokenValue());
    return exchange
        .getSession()
        .map(WebSession::getId)
        .flatMap(session -> store.keep(session, tokens));
  }

  @Override
  public Mono<Void> removeAuthorizedClient(
      String registration, Authentication person, ServerWebExchange exchange) {
    return Mono.empty();
  }
}
