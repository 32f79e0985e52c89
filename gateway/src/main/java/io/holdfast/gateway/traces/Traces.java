package io.holdfast.gateway.traces;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
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
  private final Propagator propagator;

  Traces(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /** What is logged meanwhile carries the ids of the request's trace. */
  public <T> T under(ServerWebExchange exchange, Supplier<T> work) {
    try (Tracer.SpanInScope _ = tracer.withSpan(of(exchange).orElse(null))) {
      return work.get();
    }
  }

  /**
   * Puts the trace into headers that are sent along: the service's span becomes a child of ours.
   */
  public void sendAlong(ServerWebExchange exchange, HttpHeaders headers) {
    of(exchange)
        .ifPresent(
            span ->
                propagator.inject(
                    span.context(), headers, (_, name, value) -> headers.set(name, value)));
  }

  private static Optional<Span> of(ServerWebExchange exchange) {
    return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
        .map(observation -> observation.<TracingContext>get(TracingContext.class))
        .map(TracingContext::getSpan);
  }
}
