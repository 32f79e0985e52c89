package io.holdfast.gateway.services;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The services as this gateway knows them. Uploads go by breakers of their own: what holds up a
 * file for an hour says nothing of short requests.
 */
@Component
public final class Services {
  static final Duration REST = Duration.ofSeconds(2);

  private final Map<Service, Instances> calls = new EnumMap<>(Service.class);
  private final Map<Service, Instances> uploads = new EnumMap<>(Service.class);

  private final Map<Service, InFlight> callsInFlight = new EnumMap<>(Service.class);
  private final Map<Service, InFlight> uploadsInFlight = new EnumMap<>(Service.class);

  private final AnswerTimes times;
  private final Patience patience;

  Services(
      ServiceAddresses addresses,
      ServiceLimits limits,
      AnswerTimes times,
      Patience patience,
      ServiceMeters meters) {
    this.times = times;
    this.patience = patience;
    for (Service service : Service.values()) {
      callsInFlight.put(service, new InFlight(service, limits.calls()));
      uploadsInFlight.put(service, new InFlight(service, limits.uploads()));
      calls.put(service, instances(addresses.of(service), "calls"));
      uploads.put(service, instances(addresses.of(service), "uploads"));
      meters.show(service, "calls", lane(callsInFlight, service), lane(calls, service));
      meters.show(service, "uploads", lane(uploadsInFlight, service), lane(uploads, service));
    }
  }

  /** Send a request to one of the service's instances. */
  public List<GatewayFilter> calls(Service service) {
    return List.of(
        lane(callsInFlight, service),
        new Forwarding(
            service, lane(calls, service), answer -> patience.within(times.calls(), answer)));
  }

  /** Send a request that takes as long as its body. */
  public List<GatewayFilter> uploads(Service service) {
    return List.of(
        lane(uploadsInFlight, service),
        new Forwarding(
            service, lane(uploads, service), answer -> patience.within(times.uploads(), answer)));
  }

  /** Asks one instance after the other until one answers. */
  public <T> Mono<T> ask(Service service, Function<URI, Mono<T>> question) {
    return lane(calls, service).ask(question);
  }

  public List<URI> addresses(Service service) {
    return lane(calls, service).all().stream().map(Instance::address).toList();
  }

  /** This instance says itself that it is ready: it gets requests again at once. */
  public void ready(Service service, URI address) {
    List<Instance> everywhere = new ArrayList<>(lane(calls, service).all());
    everywhere.addAll(lane(uploads, service).all());
    everywhere.stream().filter(one -> one.address().equals(address)).forEach(Instance::isReady);
  }

  private static <T> T lane(Map<Service, T> lanes, Service service) {
    return Objects.requireNonNull(lanes.get(service));
  }

  private static Instances instances(List<URI> addresses, String lane) {
    return new Instances(
        addresses.stream()
            .map(address -> new Instance(address, breaker(address + " " + lane)))
            .toList());
  }

  private static CircuitBreaker breaker(String name) {
    return CircuitBreaker.of(
        name,
        CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(REST)
            .permittedNumberOfCallsInHalfOpenState(3)
            .build());
  }
}
