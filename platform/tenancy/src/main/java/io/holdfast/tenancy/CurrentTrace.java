package io.holdfast.tenancy;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The trace of the request, message or timer that a chain belongs to: an observation in Reactor's
 * context. It comes upon a thread only while a line is logged there.
 */
public final class CurrentTrace {

  /** Where Spring puts a request's observation. */
  public static final String KEY = ObservationThreadLocalAccessor.KEY;

  private CurrentTrace() {}

  public static @Nullable Observation of(ContextView context) {
    return context.getOrDefault(KEY, null);
  }

  /** What is logged meanwhile carries the ids of the trace. */
  public static <T> T under(ContextView context, Supplier<T> work) {
    return Observation.tryScoped(of(context), work);
  }

  /** Logs under the trace of the chain that this is made part of. */
  public static Mono<Void> log(Runnable line) {
    return Mono.deferContextual(
        context -> {
          Observation.tryScoped(of(context), line);
          return Mono.empty();
        });
  }
}
