package io.holdfast.tenancy.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.netty.http.server.HttpServerRequest;

/**
 * The header lines of a request as they came, each a name and one value, whatever a filter has
 * changed since. The server's own, where there is one: Spring's view of them as a map finds out at
 * each look which names differ only in case.
 */
public final class ReceivedHeaders {
  private ReceivedHeaders() {}

  public static Iterable<Map.Entry<String, String>> of(ServerHttpRequest request) {
    if (request instanceof ServerHttpRequestDecorator around) {
      return of(around.getDelegate());
    }
    if (request instanceof AbstractServerHttpRequest received
        && received.getNativeRequest() instanceof HttpServerRequest server) {
      return server.requestHeaders();
    }
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    request
        .getHeaders()
        .forEach((name, values) -> values.forEach(value -> lines.add(Map.entry(name, value))));
    return lines;
  }
}
