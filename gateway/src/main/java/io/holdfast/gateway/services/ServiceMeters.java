package io.holdfast.gateway.services;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.springframework.stereotype.Component;

/** What the services have before them and which instances are passed over, for Prometheus. */
@Component
final class ServiceMeters {
  private final MeterRegistry registry;

  ServiceMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * @param lane calls or uploads
   */
  void show(Service service, String lane, InFlight requests, Instances instances) {
    Tags tags = Tags.of("service", service.key(), "lane", lane);
    Gauge.builder("holdfast.gateway.in.flight", requests, InFlight::inHand)
        .description("Requests a service has before it")
        .tags(tags)
        .register(registry);
    Gauge.builder("holdfast.gateway.in.flight.limit", requests, InFlight::most)
        .description("Requests a service is given at once")
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("holdfast.gateway.overloaded", requests, InFlight::refused)
        .description("Requests refused because a service had all it is given at once")
        .tags(tags)
        .register(registry);
    instances.all().forEach(instance -> show(tags, instance));
  }

  private void show(Tags lane, Instance instance) {
    Tags tags = lane.and("instance", instance.address().getAuthority());
    Gauge.builder("holdfast.gateway.breaker.open", instance, one -> one.isPassedOver() ? 1 : 0)
        .description("1 while an instance that failed is passed over or tried again")
        .tags(tags)
        .register(registry);
    instance.whenOpened(
        Counter.builder("holdfast.gateway.breaker.opened")
                .description("Times an instance failed so often that it is passed over")
                .tags(tags)
                .register(registry)
            ::increment);
  }
}
