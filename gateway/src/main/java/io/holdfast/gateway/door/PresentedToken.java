package io.holdfast.gateway.door;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What stands behind {@code Bearer} in the request's head, and nowhere else. Whether it is a token
 * the decoder says: Spring's own converter looks at each character through a regular expression,
 * which took an eighth of all the gateway does.
 */
final class PresentedToken implements ServerAuthenticationConverter {
  private static final String SCHEME = "Bearer ";

  @Override
  public Mono<Authentication> convert(ServerWebExchange exchange) {
    return Mono.fromSupplier(
        () -> presented(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION)));
  }

  private static @Nullable Authentication presented(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    String token = header.substring(SCHEME.length()).strip();
    return token.isEmpty() ? null : new BearerTokenAuthenticationToken(token);
  }
}
