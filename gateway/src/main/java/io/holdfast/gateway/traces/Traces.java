package io.holdfast.gateway.traces;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The trace of a request. It is taken from the exchange where somebody asks for it: handing it to
 * every thread at every step costs more than all that the gateway does.
 */
@Component
public final class Traces {
  private final Tracer tracer;

  Traces(Tracer tracer) {
    this.tracer = tracer;
  }

  /** What is logged meanwhile carries the ids of the request's trace. */
  public <T> T under(ServerWebExchange exchange, Supplier<T> work) {
    try (Tracer.SpanInScope _ = tracer.withSpan(of(exchange).orElse(null))) {
      return work.get();
    }
  }

  static Optional<Span> of(ServerWebExchange exchange) {
    return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
        .map(observation -> observation.<TracingContext>get(TracingContext.class))
        .map(TracingContext::getSpan);
  }
}
