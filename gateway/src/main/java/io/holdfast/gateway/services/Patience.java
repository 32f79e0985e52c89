package io.holdfast.gateway.services;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Fails what takes too long. One wheel turns for all requests and is a tenth of a second exact: a
 * timer of Reactor's for each, nearly always cancelled, took a twentieth of all the gateway does.
 */
@Component
final class Patience implements DisposableBean {
  private static final Duration TICK = Duration.ofMillis(100);

  private final HashedWheelTimer wheel =
      new HashedWheelTimer(
          new DefaultThreadFactory("patience", true), TICK.toMillis(), TimeUnit.MILLISECONDS);

  /**
   * Gives the answer up with a {@link TimeoutException} when it has not come by then. It finds its
   * context here instead of on the long way down to the server, which every part of it would go.
   */
  Mono<Void> within(Duration time, Mono<Void> answer) {
    return Mono.firstWithSignal(answer.contextWrite(context -> context), end(time));
  }

  /** What follows is done elsewhere: the wheel must turn for all the others. */
  private Mono<Void> end(Duration time) {
    return Mono.create(
        sink -> {
          Timeout end =
              wheel.newTimeout(
                  _ -> Schedulers.parallel().schedule(() -> sink.error(late(time))),
                  time.toMillis(),
                  TimeUnit.MILLISECONDS);
          sink.onDispose(end::cancel);
        });
  }

  private static TimeoutException late(Duration time) {
    return new TimeoutException("no answer within " + time);
  }

  @Override
  public void destroy() {
    wheel.stop();
  }
}
