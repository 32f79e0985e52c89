package io.holdfast.ingestion.requests;

import io.holdfast.tenancy.Problem;
import java.io.ByteArrayOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Reads request bodies whole, whatever content type they claim, up to a limit. */
public final class RequestBodies {
  /**
   * A body that is too large is read to its end, so that the sender hears the answer, but not for
   * ever.
   */
  private static final int PATIENCE = 32;

  private RequestBodies() {}

  /** Fails with 413 beyond the limit; an absent body is an empty one. */
  public static Mono<byte[]> read(ServerHttpRequest request, int limit) {
    return request.getBody().collect(() -> new Read(limit), Read::add).map(Read::bytes);
  }

  private static final class Read {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int limit;
    private long total;

    Read(int limit) {
      this.limit = limit;
    }

    void add(DataBuffer buffer) {
      try {
        total += buffer.readableByteCount();
        if (total <= limit) {
          byte[] bytes = new byte[buffer.readableByteCount()];
          buffer.read(bytes);
          kept.writeBytes(bytes);
        } else if (total > (long) limit * PATIENCE) {
          throw tooLarge();
        }
      } finally {
        DataBufferUtils.release(buffer);
      }
    }

    byte[] bytes() {
      if (total > limit) {
        throw tooLarge();
      }
      return kept.toByteArray();
    }

    private Problem tooLarge() {
      return Problem.tooLarge("body_too_large", "The body may have " + limit + " bytes.");
    }
  }
}
