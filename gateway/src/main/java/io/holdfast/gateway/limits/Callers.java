package io.holdfast.gateway.limits;

import io.holdfast.tenancy.claims.CallerClaims;
import io.holdfast.tenancy.paths.Paths;
import java.security.Principal;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Counts what a person or program asks of the API, once it is known who they are. */
@Component
public final class Callers {
  private static final Paths API = Paths.of("/api/**");

  private final Quotas quotas;
  private final CallerClaims claims;

  Callers(Quotas quotas, CallerClaims claims) {
    this.claims = claims;
    this.quotas = quotas;
  }

  /** Whether it is counted at all. */
  public boolean concerns(ServerHttpRequest request) {
    return API.have(request);
  }

  /**
   * @throws io.holdfast.gateway.problems.Problem when there were too many
   */
  public void count(ServerWebExchange exchange, Principal caller) {
    if (!concerns(exchange.getRequest())) {
      return;
    }
    switch (caller) {
      case JwtAuthenticationToken client ->
          quotas.caller(exchange, claims.tenant(client.getToken().getClaims()), client.getName());
      case OAuth2AuthenticationToken person ->
          quotas.caller(
              exchange, claims.tenant(person.getPrincipal().getAttributes()), person.getName());
      default -> {}
    }
  }
}
