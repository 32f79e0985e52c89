package io.holdfast.tenancy.firewall;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses addresses that could mean one thing here and another behind, and headers that hold what
 * no text does. Each request is judged once and goes on as it came: Spring's wrapper around it
 * would look at a header again at each reading.
 */
public final class Firewall implements ServerWebExchangeFirewall {
  private static final List<String> ENCODED =
      List.of(
          "%25", "%2f", "%2F", "%2f%2f", "%2f%2F", "%2F%2f", "%2F%2F", "%3b", "%3B", "%5c", "%5C");
  private static final char DELETE = 0x7f;
  private static final String MARKS = "-_~:@";
  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.OPTIONS,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE);

  private final StrictServerWebExchangeFirewall addresses;

  private Firewall(StrictServerWebExchangeFirewall addresses) {
    this.addresses = addresses;
  }

  public static Firewall strict() {
    return new Firewall(new StrictServerWebExchangeFirewall());
  }

  /**
   * For paths with an account's id, which is the tenant's own. Percent-encoded it may hold a slash,
   * a semicolon, a percent sign or a backslash; it stays one segment of the path and is decoded
   * once. As they are, these are refused.
   */
  public static Firewall admittingIds() {
    StrictServerWebExchangeFirewall addresses = new StrictServerWebExchangeFirewall();
    addresses.getEncodedUrlBlocklist().removeAll(ENCODED);
    // Decoded once, an id may hold what elsewhere would be a second encoding.
    addresses.getDecodedUrlBlocklist().removeIf(text -> text.startsWith("%"));
    addresses.getDecodedUrlBlocklist().removeAll(List.of(";", "//", "\\"));
    return new Firewall(addresses);
  }

  @Override
  public Mono<ServerWebExchange> getFirewalledExchange(ServerWebExchange exchange) {
    for (Map.Entry<String, String> header : ReceivedHeaders.of(exchange.getRequest())) {
      if (!isText(header.getKey(), false) || !isText(header.getValue(), true)) {
        return Mono.error(new ServerExchangeRejectedException("a header holds what no text does"));
      }
    }
    return isPlain(exchange.getRequest())
        ? Mono.just(exchange)
        : addresses.getFirewalledExchange(exchange).thenReturn(exchange);
  }

  /**
   * Nearly all requests are, and need not be looked through for each text that an address may not
   * hold: those hold a character that is not {@link #isPlain(char) plain}, or begin with a dot or a
   * slash behind a slash.
   */
  private static boolean isPlain(ServerHttpRequest request) {
    String path = request.getPath().value();
    if (!METHODS.contains(request.getMethod())
        || !path.equals(request.getURI().getRawPath())
        || !path.startsWith("/")) {
      return false;
    }
    char before = '/';
    for (int i = 1; i < path.length(); i++) {
      char character = path.charAt(i);
      boolean mark = character == '/' || character == '.';
      if (mark ? before == '/' || before == '.' : !isPlain(character)) {
        return false;
      }
      before = character;
    }
    return true;
  }

  private static boolean isPlain(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || MARKS.indexOf(character) >= 0;
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
}
