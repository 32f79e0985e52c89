package io.holdfast.gateway.routes;

import io.holdfast.gateway.traces.Traces;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * One line for each request, written under its trace: what changes something at info, what only
 * reads at debug. Queries and whatever looks like an e-mail address stay out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class RequestLog implements WebFilter {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  private static final Pattern SOMEBODY = Pattern.compile("[^/]*(?:@|%40)[^/]*");
  private static final long NANOS_IN_A_MILLISECOND = 1_000_000;

  private final Traces traces;

  RequestLog(Traces traces) {
    this.traces = traces;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    HttpMethod method = exchange.getRequest().getMethod();
    boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    Level level = reads ? Level.DEBUG : Level.INFO;
    if (!LOG.isEnabledForLevel(level)) {
      return chain.filter(exchange);
    }
    long began = System.nanoTime();
    exchange
        .getResponse()
        .beforeCommit(() -> Mono.fromRunnable(() -> tell(exchange, began, level)));
    return chain.filter(exchange);
  }

  private void tell(ServerWebExchange exchange, long began, Level level) {
    ServerHttpRequest request = exchange.getRequest();
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    traces.under(
        exchange,
        () -> {
          LOG.atLevel(level)
              .log(
                  "{} {} answered {} in {} ms",
                  request.getMethod(),
                  SOMEBODY.matcher(request.getPath().value()).replaceAll("…"),
                  status == null ? 200 : status.value(),
                  (System.nanoTime() - began) / NANOS_IN_A_MILLISECOND);
          return null;
        });
  }
}
