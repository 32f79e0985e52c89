package io.holdfast.tenancy.changing;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request whose body is here, so that a slow sender holds no transaction open. */
final class HeldRequest extends ServerHttpRequestDecorator {
  private final byte[] body;

  private HeldRequest(ServerHttpRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  /** Fails with a {@code DataBufferLimitException} when the body is larger. */
  static Mono<HeldRequest> of(ServerHttpRequest request, int largest) {
    return DataBufferUtils.join(request.getBody(), largest)
        .map(HeldRequest::bytes)
        .defaultIfEmpty(new byte[0])
        .map(body -> new HeldRequest(request, body));
  }

  byte[] body() {
    return body;
  }

  @Override
  public Flux<DataBuffer> getBody() {
    return body.length == 0
        ? Flux.empty()
        : Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
