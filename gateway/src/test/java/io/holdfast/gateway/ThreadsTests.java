package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextRegistry;
import org.junit.jupiter.api.Test;

@GatewayTest
class ThreadsTests {

  @Test
  void noTraceIsHandedToThreads() {
    assertThat(ContextRegistry.getInstance().getThreadLocalAccessors()).isEmpty();
  }
}
