package io.holdfast.messaging.trace;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration(
    afterName =
        "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
class TraceConfiguration {

  @Bean
  Traceparent traceparent(Propagator propagator, ObservationRegistry observations) {
    return new Traceparent(propagator, observations);
  }
}
