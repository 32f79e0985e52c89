package io.holdfast.gateway.traces;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Nothing here reads a trace or a principal from its thread ({@link Traces}), so that none is put
 * there: Reactor would do so around each signal of a request's observation.
 */
@Component
final class PlainThreads implements SmartInitializingSingleton {

  @Override
  public void afterSingletonsInstantiated() {
    ContextRegistry registry = ContextRegistry.getInstance();
    for (ThreadLocalAccessor<?> accessor : List.copyOf(registry.getThreadLocalAccessors())) {
      registry.removeThreadLocalAccessor(accessor.key());
    }
  }
}
