package io.holdfast.messaging.trace;

import io.holdfast.tenancy.CurrentTrace;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Reads a chain's trace for a message or row, and goes on with it where that is taken up. */
public final class Traceparent {
  private static final String HEADER = "traceparent";

  private final Propagator propagator;
  private final ObservationRegistry observations;

  Traceparent(Propagator propagator, ObservationRegistry observations) {
    this.propagator = propagator;
    this.observations = observations;
  }

  /** The trace of the chain, to be kept with what it hands on; worked out once. */
  public @Nullable String of(ContextView context) {
    Observation observation = CurrentTrace.of(context);
    if (observation == null) {
      return null;
    }
    Optional<String> kept =
        observation.getContext().computeIfAbsent(Traceparent.class, _ -> of(observation));
    return kept.orElse(null);
  }

  private Optional<String> of(Observation observation) {
    Map<String, String> carrier = new HashMap<>();
    TracingContext tracing = observation.getContextView().get(TracingContext.class);
    Span span = tracing == null ? null : tracing.getSpan();
    if (span != null) {
      propagator.inject(span.context(), carrier, (_, name, value) -> carrier.put(name, value));
    }
    return Optional.ofNullable(carrier.get(HEADER));
  }

  /**
   * Runs the work as part of the trace that was kept, or as a new one. A chain that the work waits
   * for belongs to it by {@link #handOn}.
   */
  public void goOn(@Nullable String traceparent, String name, Runnable work) {
    ReceiverContext<Map<String, String>> context =
        new ReceiverContext<>((carrier, key) -> carrier.get(key), Kind.CONSUMER);
    context.setCarrier(traceparent == null ? Map.of() : Map.of(HEADER, traceparent));
    Observation.createNotStarted(name, () -> context, observations).observe(work);
  }

  /** Gives a chain the trace of the thread that subscribes to it. */
  public Context handOn(Context context) {
    Observation here = observations.getCurrentObservation();
    return here == null ? context : context.put(CurrentTrace.KEY, here);
  }
}
