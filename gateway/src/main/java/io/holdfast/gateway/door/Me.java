package io.holdfast.gateway.door;

import io.holdfast.gateway.problems.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/me}: who these credentials are. */
@Configuration(proxyBeanMethods = false)
class Me {
  private final SessionTokens tokens;
  private final ReactiveJwtDecoder decoder;

  Me(SessionTokens tokens, ReactiveJwtDecoder decoder) {
    this.tokens = tokens;
    this.decoder = decoder;
  }

  @Bean
  RouterFunction<ServerResponse> meRoute() {
    return RouterFunctions.route().GET("/api/v1/me", this::me).build();
  }

  private Mono<ServerResponse> me(ServerRequest request) {
    return request
        .principal()
        .flatMap(
            principal ->
                switch (principal) {
                  case JwtAuthenticationToken client -> Mono.just(PersonView.of(client.getToken()));
                  case OAuth2AuthenticationToken person -> person(person, request);
                  default -> Mono.<PersonView>empty();
                })
        .switchIfEmpty(Mono.error(Problem.unauthorized("No access token and no session.")))
        .flatMap(view -> ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(view));
  }

  private Mono<PersonView> person(OAuth2AuthenticationToken person, ServerRequest request) {
    return tokens
        .of(person, request.exchange())
        .flatMap(decoder::decode)
        .onErrorMap(
            BadJwtException.class,
            _ -> Problem.unauthorized("The session's token is not valid. Sign in again."))
        .map(token -> PersonView.of(token, person.getPrincipal()));
  }
}
