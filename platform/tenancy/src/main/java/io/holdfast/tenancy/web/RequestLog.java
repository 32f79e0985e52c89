package io.holdfast.tenancy.web;

import io.holdfast.tenancy.CurrentTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * One line for each request, written under its trace: what changes something at info, what only
 * reads at debug. It names the route, not the address, which may hold somebody's e-mail.
 */
final class RequestLog implements WebFilter, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  private static final long NANOS_IN_A_MILLISECOND = 1_000_000;

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
                  () -> CurrentTrace.log(() -> tell(exchange, began)).contextWrite(request));
          return chain.filter(exchange);
        });
  }

  private static void tell(ServerWebExchange exchange, long began) {
    HttpMethod method = exchange.getRequest().getMethod();
    boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    Object route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    (reads ? LOG.atDebug() : LOG.atInfo())
        .log(
            "{} {} answered {} in {} ms",
            method,
            route == null ? "(no route)" : route,
            status == null ? 200 : status.value(),
            (System.nanoTime() - began) / NANOS_IN_A_MILLISECOND);
  }
}
