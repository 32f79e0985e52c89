package io.holdfast.gateway.door;

import java.util.function.Consumer;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A client's own token goes along as it came; for a session, the person's token is put in. Cookies
 * stay here.
 */
@Component
public final class TokenRelay implements GatewayFilter {
  private final SessionTokens tokens;

  TokenRelay(SessionTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    if (headers.containsHeader(HttpHeaders.AUTHORIZATION)) {
      return chain.filter(
          headers.containsHeader(HttpHeaders.COOKIE)
              ? with(exchange, sent -> sent.remove(HttpHeaders.COOKIE))
              : exchange);
    }
    return exchange
        .getPrincipal()
        .ofType(OAuth2AuthenticationToken.class)
        .flatMap(_ -> tokens.of(exchange))
        .map(token -> with(exchange, sent -> relay(sent, token)))
        .switchIfEmpty(
            Mono.fromSupplier(() -> with(exchange, sent -> sent.remove(HttpHeaders.COOKIE))))
        .flatMap(chain::filter);
  }

  private static void relay(HttpHeaders sent, String token) {
    sent.remove(HttpHeaders.COOKIE);
    sent.setBearerAuth(token);
  }

  private static ServerWebExchange with(ServerWebExchange exchange, Consumer<HttpHeaders> change) {
    return exchange.mutate().request(request -> request.headers(change)).build();
  }
}
