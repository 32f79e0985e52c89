package io.holdfast.gateway.door;

import io.holdfast.tenancy.paths.Paths;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Chooses the door by one look at the request's head: ingestion checks write keys and signatures
 * itself, so what sources send passes; a request with an {@code Authorization} header is decided by
 * its token alone, whatever cookie it carries; whoever is left comes to the door for people, which
 * is Spring's. Nobody comes to any without the firewall.
 */
final class ChosenDoor implements WebFilter {
  private static final Paths FROM_SOURCES = Paths.of("/v1/**", "/webhooks/**");

  private final ServerWebExchangeFirewall firewall;
  private final ServerExchangeRejectedHandler rejections;
  private final WebFilter forPrograms;
  private final WebFilter forPeople;

  /**
   * @param forPeople Spring's filter, which asks the same firewall itself
   */
  ChosenDoor(
      ServerWebExchangeFirewall firewall,
      ServerExchangeRejectedHandler rejections,
      WebFilter forPrograms,
      WebFilter forPeople) {
    this.firewall = firewall;
    this.rejections = rejections;
    this.forPrograms = forPrograms;
    this.forPeople = forPeople;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    if (FROM_SOURCES.have(request)) {
      return judged(exchange, chain::filter);
    }
    return request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
        ? judged(exchange, passed -> forPrograms.filter(passed, chain))
        : forPeople.filter(exchange, chain);
  }

  /** Only what the firewall itself refuses is answered as refused by it. */
  private Mono<Void> judged(ServerWebExchange exchange, WebFilterChain inside) {
    return firewall
        .getFirewalledExchange(exchange)
        .map(inside::filter)
        .onErrorResume(
            ServerExchangeRejectedException.class,
            rejected -> Mono.just(rejections.handle(exchange, rejected)))
        .flatMap(decided -> decided);
  }
}
