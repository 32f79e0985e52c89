package io.holdfast.gateway.problems;

import io.holdfast.tenancy.firewall.Firewall;
import java.net.URI;
import java.util.List;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Below accounts an id may hold more than an address may elsewhere. */
@Component
final class DoorFirewall implements ServerWebExchangeFirewall {
  private static final List<String> BELOW_ACCOUNTS = List.of("/api/v1/accounts/", "/accounts/");

  private final Firewall anywhere = Firewall.strict();
  private final Firewall belowAccounts = Firewall.admittingIds();

  @Override
  public Mono<ServerWebExchange> getFirewalledExchange(ServerWebExchange exchange) {
    URI address = exchange.getRequest().getURI();
    String path = address.getRawPath();
    String query = address.getRawQuery();
    if (query != null && query.contains("%00")) {
      return Mono.error(new ServerExchangeRejectedException("no database can hold it"));
    }
    return (BELOW_ACCOUNTS.stream().anyMatch(path::startsWith) ? belowAccounts : anywhere)
        .getFirewalledExchange(exchange);
  }
}
