package io.holdfast.gateway.services;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One process of a service, passed over while its breaker is open. */
final class Instance {
  private final URI address;
  private final CircuitBreaker breaker;

  Instance(URI address, CircuitBreaker breaker) {
    this.address = address;
    this.breaker = breaker;
  }

  URI address() {
    return address;
  }

  /** Open, or trying whether it may close again. */
  boolean isPassedOver() {
    return breaker.getState() != CircuitBreaker.State.CLOSED;
  }

  /** Called each time the breaker opens. */
  void whenOpened(Runnable told) {
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                told.run();
              }
            });
  }

  /** Whoever gets a yes tells how it went: answered, failed or left. */
  boolean takes() {
    return breaker.tryAcquirePermission();
  }

  void answered(Duration after) {
    breaker.onSuccess(after.toNanos(), TimeUnit.NANOSECONDS);
  }

  void failed(Duration after, Throwable failure) {
    breaker.onError(after.toNanos(), TimeUnit.NANOSECONDS, failure);
  }

  void left() {
    breaker.releasePermission();
  }

  /** It said itself that it is ready: no need to wait for the breaker's next try. */
  void isReady() {
    if (isPassedOver()) {
      breaker.transitionToClosedState();
    }
  }
}
