package io.holdfast.messaging.backlog;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import reactor.core.publisher.Mono;

/** On the management port: what is still to do, as it is at this moment. */
@Endpoint(id = "backlog")
final class BacklogEndpoint {
  private final BacklogReading reading;

  BacklogEndpoint(BacklogReading reading) {
    this.reading = reading;
  }

  @ReadOperation
  Mono<Backlog> backlog() {
    return reading.now();
  }
}
