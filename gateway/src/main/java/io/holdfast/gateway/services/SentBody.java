package io.holdfast.gateway.services;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/**
 * A request whose body is watched on its way through, to tell whose fault a failure is: a client
 * that breaks off or dawdles must not make a service look away.
 */
final class SentBody extends ServerHttpRequestDecorator {
  private enum State {
    WAITING,
    UNDER_WAY,
    COMPLETE,
    BROKEN_OFF
  }

  private volatile State state = State.WAITING;
  private volatile boolean empty = true;

  SentBody(ServerHttpRequest request) {
    super(request);
  }

  @Override
  public Flux<DataBuffer> getBody() {
    return super.getBody()
        .doOnSubscribe(_ -> state = State.UNDER_WAY)
        .doOnNext(_ -> empty = false)
        .doOnComplete(() -> state = State.COMPLETE)
        .doOnError(_ -> state = State.BROKEN_OFF);
  }

  boolean untouched() {
    return state == State.WAITING;
  }

  boolean empty() {
    return empty && state != State.BROKEN_OFF;
  }

  /** Whether a failure is the service's: no connection, a broken one, or no answer in time. */
  boolean clearOf(Throwable failure) {
    if (state == State.BROKEN_OFF) {
      return false;
    }
    return failure instanceof TimeoutException
        ? state == State.COMPLETE
        : failure instanceof IOException;
  }
}
