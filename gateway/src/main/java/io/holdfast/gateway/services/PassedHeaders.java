package io.holdfast.gateway.services;

import io.holdfast.gateway.traces.Traces;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.filter.headers.RemoveHopByHopHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * The headers that go on: all but those about one connection, which are a list of names and what
 * {@code Connection} names (RFC 9110, 7.6.1). Spring's five filters for the same copy them each.
 */
final class PassedHeaders {
  private static final Set<String> OF_A_CONNECTION =
      RemoveHopByHopHeadersFilter.HEADERS_REMOVED_ON_REQUEST;

  private PassedHeaders() {}

  /** To a service, with the request's trace. */
  static HttpHeadersFilter toService(Traces traces) {
    return (headers, exchange) -> {
      HttpHeaders sent = passed(headers);
      traces.sendAlong(exchange, sent);
      return sent;
    };
  }

  /** Back from a service. Cookies are the gateway's to set. */
  static HttpHeadersFilter fromService() {
    return new HttpHeadersFilter() {
      @Override
      public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
        HttpHeaders passed = passed(headers);
        passed.remove(HttpHeaders.SET_COOKIE);
        return passed;
      }

      @Override
      public boolean supports(Type type) {
        return type == Type.RESPONSE;
      }
    };
  }

  private static HttpHeaders passed(HttpHeaders headers) {
    Set<String> staying = staying(headers);
    HttpHeaders passed = new HttpHeaders();
    headers.forEach(
        (name, values) -> {
          if (!staying.contains(name.toLowerCase(Locale.ROOT))) {
            passed.addAll(name, values);
          }
        });
    return passed;
  }

  private static Set<String> staying(HttpHeaders headers) {
    List<String> named = headers.getConnection();
    boolean inPieces = headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    if (named.isEmpty() && !inPieces) {
      return OF_A_CONNECTION;
    }
    Set<String> all = new HashSet<>(OF_A_CONNECTION);
    named.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
    if (inPieces) {
      all.add("content-length"); // of what came in pieces no length is true (RFC 9112, 6.3)
    }
    return all;
  }
}
