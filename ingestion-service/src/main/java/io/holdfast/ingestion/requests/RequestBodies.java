package io.holdfast.ingestion.requests;

import io.holdfast.tenancy.Problem;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/** Reads request bodies whole, whatever content type they claim, up to a limit. */
@Component
public final class RequestBodies {
  /**
   * A body that is refused is read to its end, so that the sender hears the answer, but not for
   * ever.
   */
  private static final int PATIENCE = 32;

  private final Room room;

  RequestBodies(Room room) {
    this.room = room;
  }

  /**
   * Fails with 413 beyond the limit and with 503 when too much is in hand already; an absent body
   * is an empty one. The body counts as in hand until the work on it is done, on whatever thread;
   * what follows is back on the connection's own, where an answer is written without another hop.
   */
  public <T> Mono<T> read(ServerHttpRequest request, int limit, Function<Body, Mono<T>> work) {
    String encoding = request.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
    return Mono.using(
        room::share,
        share ->
            request
                .getBody()
                .collect(() -> new Read(limit, share), Read::add)
                .map(Read::bytes)
                .flatMap(bytes -> work.apply(new Body(bytes, encoding, this::inflated, share)))
                .publishOn(connection(request)),
        Room.Share::close);
  }

  private static Scheduler connection(ServerHttpRequest request) {
    HttpServerRequest netty = ServerHttpRequestDecorator.getNativeRequest(request);
    AtomicReference<Scheduler> loop = new AtomicReference<>(Schedulers.parallel());
    netty.withConnection(
        connection -> loop.set(Schedulers.fromExecutor(connection.channel().eventLoop()::execute)));
    return loop.get();
  }

  private void inflated(Room.Share share, int bytes) {
    if (!share.take(bytes)) {
      throw room.full();
    }
  }

  private final class Read {
    private byte[] kept = new byte[0];
    private int length;
    private final int limit;
    private final Room.Share share;
    private boolean refused;
    private long total;

    Read(int limit, Room.Share share) {
      this.limit = limit;
      this.share = share;
    }

    void add(DataBuffer buffer) {
      try {
        int more = buffer.readableByteCount();
        total += more;
        if (total > (long) limit * PATIENCE) {
          throw tooLarge();
        }
        refused = refused || total <= limit && !share.take(more);
        if (total <= limit && !refused) {
          keep(buffer, more);
        }
      } finally {
        DataBufferUtils.release(buffer);
      }
    }

    private void keep(DataBuffer buffer, int more) {
      if (length + more > kept.length) {
        kept = Arrays.copyOf(kept, Math.max(length + more, 2 * kept.length));
      }
      buffer.read(kept, length, more);
      length += more;
    }

    byte[] bytes() {
      if (total > limit) {
        throw tooLarge();
      }
      if (refused) {
        throw room.full();
      }
      return length == kept.length ? kept : Arrays.copyOf(kept, length);
    }

    private Problem tooLarge() {
      return Problem.tooLarge("body_too_large", "The body may have " + limit + " bytes.");
    }
  }
}
