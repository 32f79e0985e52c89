package io.holdfast.gateway.services;

import io.holdfast.gateway.problems.Problem;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Bounds how many requests a service has before it at once, until their answers are written: what
 * it cannot take is refused here at once, instead of waiting with all the others.
 */
final class InFlight implements GatewayFilter, Ordered {
  private final Service service;
  private final int most;
  private final Semaphore places;
  private final LongAdder refused = new LongAdder();

  InFlight(Service service, int most) {
    this.service = service;
    this.most = most;
    this.places = new Semaphore(most);
  }

  int most() {
    return most;
  }

  /** Requests the service has before it now. */
  int inHand() {
    return most - places.availablePermits();
  }

  /** Requests it was not given since the start. */
  long refused() {
    return refused.sum();
  }

  /** Around the writing of the answer. */
  @Override
  public int getOrder() {
    return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    return Mono.defer(
        () -> {
          if (!places.tryAcquire()) {
            refused.increment();
            return Mono.error(
                Problem.overloaded(service.inWords() + " has all it can do. Try again."));
          }
          AtomicBoolean held = new AtomicBoolean(true);
          return chain
              .filter(exchange)
              .doFinally(
                  _ -> {
                    if (held.getAndSet(false)) {
                      places.release();
                    }
                  });
        });
  }
}
