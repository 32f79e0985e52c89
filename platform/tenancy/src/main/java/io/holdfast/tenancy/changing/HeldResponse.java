package io.holdfast.tenancy.changing;

import io.holdfast.tenancy.repeating.Answer;
import io.holdfast.tenancy.repeating.IdempotencyKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An answer that is written down, and sent when the change it tells of is committed. */
final class HeldResponse extends ServerHttpResponseDecorator {
  private final HttpHeaders headers = new HttpHeaders();
  private @Nullable HttpStatusCode status;
  private byte[] body = new byte[0];

  HeldResponse(ServerHttpResponse response) {
    super(response);
  }

  HttpStatusCode outcome() {
    return status == null ? HttpStatus.OK : status;
  }

  Answer answer() {
    return new Answer(outcome().value(), Answer.kept(headers), body);
  }

  /** Puts an answer given before in the place of one. */
  void repeat(Answer answer) {
    status = HttpStatusCode.valueOf(answer.status());
    answer.headers().forEach(headers::set);
    headers.set(IdempotencyKey.REPLAYED, "true");
    body = answer.body();
  }

  Mono<Void> send() {
    ServerHttpResponse response = getDelegate();
    response.setStatusCode(status);
    response.getHeaders().putAll(headers);
    return body.length == 0
        ? response.setComplete()
        : response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }

  @Override
  public boolean setStatusCode(@Nullable HttpStatusCode wanted) {
    status = wanted;
    return true;
  }

  @Override
  public @Nullable HttpStatusCode getStatusCode() {
    return status;
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  @Override
  public Mono<Void> writeWith(Publisher<? extends DataBuffer> written) {
    return DataBufferUtils.join(written)
        .doOnNext(
            buffer -> {
              body = new byte[buffer.readableByteCount()];
              buffer.read(body);
              DataBufferUtils.release(buffer);
            })
        .then();
  }

  @Override
  public Mono<Void> writeAndFlushWith(
      Publisher<? extends Publisher<? extends DataBuffer>> written) {
    return writeWith(Flux.from(written).concatMap(Objects::requireNonNull));
  }

  @Override
  public Mono<Void> setComplete() {
    return Mono.empty();
  }
}
