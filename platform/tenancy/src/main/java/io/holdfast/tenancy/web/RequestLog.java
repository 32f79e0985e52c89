package io.holdfast.tenancy.web;

import io.holdfast.tenancy.CurrentTrace;
import io.holdfast.tenancy.paths.Paths;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * One line for each request, written under its trace: what changes something at info. At debug what
 * only reads, and what was taken in from a source, which comes by the thousands a second and is
 * counted. It names the route, not the address, which may hold somebody's e-mail.
 */
final class RequestLog implements WebFilter, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  private static final long NANOS_IN_A_MILLISECOND = 1_000_000;

  private final Paths fromSources;

  RequestLog(Paths fromSources) {
    this.fromSources = fromSources;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 10;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    long began = System.nanoTime();
    return Mono.deferContextual(
        request -> {
          exchange
              .getResponse()
              .beforeCommit(
                  () -> {
                    Level level = level(exchange);
                    return LOG.isEnabledForLevel(level)
                        ? CurrentTrace.log(() -> tell(exchange, level, began)).contextWrite(request)
                        : Mono.empty();
                  });
          return chain.filter(exchange);
        });
  }

  private Level level(ServerWebExchange exchange) {
    HttpMethod method = exchange.getRequest().getMethod();
    boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    return reads || (status(exchange).is2xxSuccessful() && fromSources.have(exchange.getRequest()))
        ? Level.DEBUG
        : Level.INFO;
  }

  private static HttpStatusCode status(ServerWebExchange exchange) {
    return Objects.requireNonNullElse(exchange.getResponse().getStatusCode(), HttpStatus.OK);
  }

  private static void tell(ServerWebExchange exchange, Level level, long began) {
    Object route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    LOG.atLevel(level)
        .log(
            "{} {} answered {} in {} ms",
            exchange.getRequest().getMethod(),
            route == null ? "(no route)" : route,
            status(exchange).value(),
            (System.nanoTime() - began) / NANOS_IN_A_MILLISECOND);
  }
}
