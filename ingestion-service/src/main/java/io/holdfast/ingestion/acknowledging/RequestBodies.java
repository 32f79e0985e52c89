package io.holdfast.ingestion.acknowledging;

import io.holdfast.tenancy.Problem;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Reads request bodies whole, whatever content type they claim, up to a limit. */
public final class RequestBodies {
  private RequestBodies() {}

  /** Fails with 413 beyond the limit; an absent body is an empty one. */
  public static Mono<byte[]> read(ServerHttpRequest request, int limit) {
    return DataBufferUtils.join(request.getBody(), limit)
        .map(
            buffer -> {
              byte[] bytes = new byte[buffer.readableByteCount()];
              buffer.read(bytes);
              DataBufferUtils.release(buffer);
              return bytes;
            })
        .defaultIfEmpty(new byte[0])
        .onErrorMap(DataBufferLimitException.class, _ -> tooLarge(limit));
  }

  private static Problem tooLarge(int limit) {
    return Problem.tooLarge("body_too_large", "The body may have " + limit + " bytes.");
  }
}
