package io.holdfast.gateway.door;

import io.holdfast.gateway.problems.Problem;
import io.holdfast.gateway.sessions.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks the provider for new tokens. */
@Component
final class Renewal {
  private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Set<String> ENDED =
      Set.of(OAuth2ErrorCodes.INVALID_GRANT, OAuth2ErrorCodes.INVALID_TOKEN);

  private final Provider provider;
  private final WebClientReactiveRefreshTokenTokenResponseClient client =
      new WebClientReactiveRefreshTokenTokenResponseClient();

  Renewal(Provider provider, WebClient web) {
    this.provider = provider;
    client.setWebClient(web);
  }

  /** Empty when the provider refuses for good; a {@link Problem} when it cannot be asked. */
  Mono<Tokens> of(Tokens old) {
    return provider
        .findByRegistrationId(Provider.REGISTRATION)
        .flatMap(console -> client.getTokenResponse(request(console, old)))
        .timeout(PATIENCE)
        .map(answer -> tokens(answer, old))
        .onErrorResume(Renewal::ended, Renewal::refused)
        .onErrorMap(failure -> !(failure instanceof Problem), Renewal::away);
  }

  private static OAuth2RefreshTokenGrantRequest request(ClientRegistration console, Tokens old) {
    Instant end = Objects.requireNonNullElse(old.expires(), Instant.MAX);
    return new OAuth2RefreshTokenGrantRequest(
        console,
        new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, old.access(), Instant.EPOCH, end),
        new OAuth2RefreshToken(Objects.requireNonNull(old.refresh()), null));
  }

  /** A provider that does not rotate answers without a new refresh token. */
  private static Tokens tokens(OAuth2AccessTokenResponse answer, Tokens old) {
    OAuth2RefreshToken next = answer.getRefreshToken();
    return new Tokens(
        answer.getAccessToken().getTokenValue(),
        answer.getAccessToken().getExpiresAt(),
        next == null ? old.refresh() : next.getTokenValue());
  }

  private static boolean ended(Throwable failure) {
    return failure instanceof OAuth2AuthorizationException refusal
        && ENDED.contains(refusal.getError().getErrorCode());
  }

  private static Mono<Tokens> refused(Throwable refusal) {
    LOG.info("no new token: {}", refusal.getMessage());
    return Mono.empty();
  }

  private static Problem away(Throwable failure) {
    LOG.warn("no new token: {}", failure.toString());
    return Problem.away("The sign-in service is away for the moment. Try again.");
  }
}
