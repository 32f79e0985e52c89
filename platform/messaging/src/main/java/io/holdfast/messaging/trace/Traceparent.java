package io.holdfast.messaging.trace;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the current trace for a message or row, and goes on with it where that is taken up. */
public final class Traceparent {
  private static final String HEADER = "traceparent";

  private final Tracer tracer;
  private final Propagator propagator;
  private final ObservationRegistry observations;

  Traceparent(Tracer tracer, Propagator propagator, ObservationRegistry observations) {
    this.tracer = tracer;
    this.propagator = propagator;
    this.observations = observations;
  }

  /** The current trace, to be kept with what is handed on. */
  public @Nullable String current() {
    Span span = tracer.currentSpan();
    if (span == null) {
      return null;
    }
    Map<String, String> carrier = new HashMap<>();
    propagator.inject(span.context(), carrier, (_, name, value) -> carrier.put(name, value));
    return carrier.get(HEADER);
  }

  /** Runs the work as part of the trace that was kept, or as a new one. */
  public void goOn(@Nullable String traceparent, String name, Runnable work) {
    ReceiverContext<Map<String, String>> context =
        new ReceiverContext<>((carrier, key) -> carrier.get(key), Kind.CONSUMER);
    context.setCarrier(traceparent == null ? Map.of() : Map.of(HEADER, traceparent));
    Observation.createNotStarted(name, () -> context, observations).observe(work);
  }
}
