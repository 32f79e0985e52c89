package io.holdfast.gateway.door;

import io.holdfast.gateway.problems.Navigation;
import java.net.URI;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.security.web.server.savedrequest.WebSessionServerRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The page a person wanted before sign-in. Only the opening of a page asks for it, so that scripts
 * and files need no session.
 */
@Component
final class DeepLinks implements ServerRequestCache {
  private final WebSessionServerRequestCache kept = new WebSessionServerRequestCache();

  @Override
  public Mono<Void> saveRequest(ServerWebExchange exchange) {
    return kept.saveRequest(exchange);
  }

  @Override
  public Mono<URI> getRedirectUri(ServerWebExchange exchange) {
    return kept.getRedirectUri(exchange);
  }

  @Override
  public Mono<ServerHttpRequest> removeMatchingRequest(ServerWebExchange exchange) {
    return Navigation.opensAPage(exchange.getRequest())
        ? kept.removeMatchingRequest(exchange)
        : Mono.empty();
  }
}
