package io.holdfast.gateway.problems;

import java.util.List;
import java.util.Map;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses addresses that could mean one thing here and another behind. An account's id is the
 * tenant's own and may hold a slash, a semicolon, a percent sign or a backslash: below accounts
 * these pass in their encoded form, which stays one segment of the path here and in the services.
 */
@Component
final class Firewall implements ServerWebExchangeFirewall {
  private static final List<String> BELOW_ACCOUNTS = List.of("/api/v1/accounts/", "/accounts/");
  private static final List<String> ENCODED =
      List.of(
          "%25", "%2f", "%2F", "%2f%2f", "%2f%2F", "%2F%2f", "%2F%2F", "%3b", "%3B", "%5c", "%5C");

  private static final char DELETE = 0x7f;

  private final ServerWebExchangeFirewall anywhere = new StrictServerWebExchangeFirewall();
  private final ServerWebExchangeFirewall belowAccounts = admittingIds();

  @Override
  public Mono<ServerWebExchange> getFirewalledExchange(ServerWebExchange exchange) {
    String path = exchange.getRequest().getURI().getRawPath();
    String query = exchange.getRequest().getURI().getRawQuery();
    if (query != null && query.contains("%00")) {
      return Mono.error(new ServerExchangeRejectedException("no database can hold it"));
    }
    if (!exchange.getRequest().getHeaders().headerSet().stream().allMatch(Firewall::readable)) {
      return Mono.error(new ServerExchangeRejectedException("a header holds what no text does"));
    }
    return (BELOW_ACCOUNTS.stream().anyMatch(path::startsWith) ? belowAccounts : anywhere)
        .getFirewalledExchange(exchange)
        .thenReturn(exchange); // Spring's looks at a header again at each reading
  }

  private static boolean readable(Map.Entry<String, List<String>> header) {
    return isText(header.getKey(), false)
        && header.getValue().stream().allMatch(value -> isText(value, true));
  }

  private static boolean isText(String text, boolean mayHoldTabs) {
    int character;
    for (int i = 0; i < text.length(); i += Character.charCount(character)) {
      character = text.codePointAt(i);
      if (!shown(character) && !(mayHoldTabs && character == '\t')) {
        return false;
      }
    }
    return true;
  }

  private static boolean shown(int character) {
    return (character >= ' ' && character < DELETE) // nearly all is
        || (Character.isDefined(character) && !Character.isISOControl(character));
  }

  private static StrictServerWebExchangeFirewall admittingIds() {
    StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
    firewall.getEncodedUrlBlocklist().removeAll(ENCODED);
    // Decoded once, an id may hold what elsewhere would be a second encoding.
    firewall.getDecodedUrlBlocklist().removeIf(text -> text.startsWith("%"));
    firewall.getDecodedUrlBlocklist().removeAll(List.of(";", "//", "\\"));
    return firewall;
  }
}
