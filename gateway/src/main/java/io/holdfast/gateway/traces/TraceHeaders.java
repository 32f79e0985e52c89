package io.holdfast.gateway.traces;

import io.micrometer.tracing.propagation.Propagator;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sends the request's trace along to the service, whose span becomes a child of the gateway's. Not
 * Spring's filter, which makes a span and an observation of its own of every request sent.
 */
@Component
final class TraceHeaders implements HttpHeadersFilter {
  private final Propagator propagator;

  TraceHeaders(Propagator propagator) {
    this.propagator = propagator;
  }

  @Override
  public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
    return Traces.of(exchange)
        .map(
            span -> {
              HttpHeaders sent = HttpHeaders.copyOf(headers);
              propagator.inject(span.context(), sent, (_, name, value) -> sent.set(name, value));
              return sent;
            })
        .orElse(headers);
  }
}
