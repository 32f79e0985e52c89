package io.holdfast.gateway.routes;

import io.holdfast.gateway.problems.Problem;
import io.holdfast.gateway.steps.RequestStep;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/** Refuses bodies over the limit: at once by their declared length, else by counting what comes. */
@Component
@Order(3)
final class LimitBody implements RequestStep {
  private final BodyLimits limits;

  LimitBody(BodyLimits limits) {
    this.limits = limits;
  }

  @Override
  public ServerWebExchange taken(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    DataSize limit = limits.on(request);
    long declared = request.getHeaders().getContentLength();
    if (declared > limit.toBytes()) {
      throw tooLarge(limit);
    }
    if (declared <= 0 && !request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
      return exchange; // HTTP/1.1 has no body then
    }
    return exchange.mutate().request(new Counted(request, limit)).build();
  }

  private static Problem tooLarge(DataSize limit) {
    return Problem.tooLarge(
        "The body is larger than the " + limit.toBytes() + " bytes accepted here.");
  }

  private static final class Counted extends ServerHttpRequestDecorator {
    private final DataSize limit;

    Counted(ServerHttpRequest request, DataSize limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public Flux<DataBuffer> getBody() {
      return Flux.defer(
          () -> {
            AtomicLong seen = new AtomicLong();
            return super.getBody()
                .handle(
                    (part, sink) -> {
                      if (seen.addAndGet(part.readableByteCount()) > limit.toBytes()) {
                        DataBufferUtils.release(part);
                        sink.error(tooLarge(limit));
                      } else {
                        sink.next(part);
                      }
                    });
          });
    }
  }
}
