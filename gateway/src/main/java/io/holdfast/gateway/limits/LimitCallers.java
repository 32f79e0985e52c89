package io.holdfast.gateway.limits;

import io.holdfast.gateway.paths.Paths;
import io.holdfast.tenancy.claims.CallerClaims;
import java.security.Principal;
import org.springframework.core.annotation.Order;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts what a person or program asks of the API, once it is known who they are. */
@Component
@Order(0) // after Spring Security at -100
final class LimitCallers implements WebFilter {
  private static final Paths API = Paths.of("/api/**");

  private final Quotas quotas;
  private final CallerClaims claims;

  LimitCallers(Quotas quotas, CallerClaims claims) {
    this.claims = claims;
    this.quotas = quotas;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!API.have(exchange.getRequest())) {
      return chain.filter(exchange);
    }
    return exchange
        .getPrincipal()
        .doOnNext(principal -> count(exchange, principal))
        .then(chain.filter(exchange));
  }

  private void count(ServerWebExchange exchange, Principal principal) {
    switch (principal) {
      case JwtAuthenticationToken client ->
          quotas.caller(exchange, claims.tenant(client.getToken().getClaims()), client.getName());
      case OAuth2AuthenticationToken person ->
          quotas.caller(
              exchange, claims.tenant(person.getPrincipal().getAttributes()), person.getName());
      default -> {}
    }
  }
}
