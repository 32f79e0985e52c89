package io.holdfast.tenancy.threads;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * No process reads a trace or a principal from its thread, so that none is put there: Reactor would
 * do so around each signal of a request's observation.
 */
final class PlainThreads implements SmartInitializingSingleton {

  @Override
  public void afterSingletonsInstantiated() {
    ContextRegistry registry = ContextRegistry.getInstance();
    for (ThreadLocalAccessor<?> accessor : List.copyOf(registry.getThreadLocalAccessors())) {
      registry.removeThreadLocalAccessor(accessor.key());
    }
  }
}
