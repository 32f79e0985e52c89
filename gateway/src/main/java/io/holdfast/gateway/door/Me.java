package io.holdfast.gateway.door;

import io.holdfast.gateway.problems.Problem;
import io.holdfast.tenancy.claims.CallerClaims;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/me}: who these credentials are. */
@RestController
class Me {
  private final SessionTokens tokens;
  private final ReactiveJwtDecoder decoder;
  private final CallerClaims claims;
  private final EffectiveAccess access;

  Me(
      SessionTokens tokens,
      ReactiveJwtDecoder decoder,
      CallerClaims claims,
      EffectiveAccess access) {
    this.access = access;
    this.claims = claims;
    this.tokens = tokens;
    this.decoder = decoder;
  }

  @GetMapping("/api/v1/me")
  Mono<ResponseEntity<PersonView>> me(ServerWebExchange exchange) {
    return exchange
        .getPrincipal()
        .flatMap(
            principal ->
                switch (principal) {
                  case JwtAuthenticationToken client ->
                      access.of(client.getToken(), PersonView.of(client.getToken(), claims));
                  case OAuth2AuthenticationToken person -> person(person, exchange);
                  default -> Mono.<PersonView>empty();
                })
        .switchIfEmpty(Mono.error(() -> Problem.unauthorized("No access token and no session.")))
        .map(view -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view));
  }

  private Mono<PersonView> person(OAuth2AuthenticationToken person, ServerWebExchange exchange) {
    return tokens
        .of(exchange)
        .flatMap(decoder::decode)
        .onErrorMap(
            BadJwtException.class,
            _ -> Problem.unauthorized("The session's token is not valid. Sign in again."))
        .flatMap(token -> access.of(token, PersonView.of(token, person.getPrincipal(), claims)));
  }
}
