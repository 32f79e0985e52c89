package io.holdfast.gateway.door;

import io.holdfast.gateway.limits.Callers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The door for programs: what stands behind {@code Bearer} in the request's head, and nowhere else,
 * decides. Whoever shows a token that holds goes on as its subject; what that one may do is the
 * services' to say. One look at each request, where Spring has a chain of filters for the same.
 */
final class BearerDoor implements WebFilter {
  private static final String SCHEME = "Bearer ";

  private final VerifiedTokens tokens;
  private final Callers callers;
  private final Refusals refusals;

  BearerDoor(VerifiedTokens tokens, Callers callers, Refusals refusals) {
    this.tokens = tokens;
    this.callers = callers;
    this.refusals = refusals;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String token = presented(exchange.getRequest());
    if (token != null) {
      return tokens
          .decode(token)
          .map(jwt -> enter(jwt, exchange, chain))
          .onErrorResume(JwtException.class, failure -> Mono.just(refuse(failure, exchange)))
          .flatMap(decided -> decided);
    }
    return Doors.isPublic(exchange.getRequest())
        ? chain.filter(exchange)
        : refusals.commence(
            exchange, new AuthenticationCredentialsNotFoundException("no bearer token"));
  }

  private static @Nullable String presented(ServerHttpRequest request) {
    String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    String token = header.substring(SCHEME.length()).strip();
    return token.isEmpty() ? null : token;
  }

  private Mono<Void> enter(Jwt token, ServerWebExchange exchange, WebFilterChain chain) {
    JwtAuthenticationToken caller = new JwtAuthenticationToken(token, List.of());
    callers.count(exchange, caller);
    return chain
        .filter(exchange.mutate().principal(Mono.just(caller)).build())
        .contextWrite(ReactiveSecurityContextHolder.withAuthentication(caller));
  }

  private Mono<Void> refuse(JwtException failure, ServerWebExchange exchange) {
    String why = String.valueOf(failure.getMessage());
    return failure instanceof BadJwtException
        ? refusals.commence(exchange, new InvalidBearerTokenException(why, failure))
        : Mono.error(new AuthenticationServiceException(why, failure));
  }
}
