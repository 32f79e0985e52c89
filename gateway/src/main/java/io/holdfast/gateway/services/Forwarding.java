package io.holdfast.gateway.services;

import io.holdfast.gateway.problems.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Gives a request to an instance and, where that cannot do harm, to another when it fails: always
 * when no connection came about, so that nothing was sent; else only what reads and has no body.
 *
 * <p>Not Spring's own retry filter, which keeps the whole body of every request in memory.
 */
final class Forwarding implements GatewayFilter, Ordered {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(50), Duration.ofMillis(150));

  private final Service service;
  private final Instances instances;
  private final UnaryOperator<Mono<Void>> inTime;

  /**
   * @param inTime fails what takes too long
   */
  Forwarding(Service service, Instances instances, UnaryOperator<Mono<Void>> inTime) {
    this.service = service;
    this.instances = instances;
    this.inTime = inTime;
  }

  /** Where Spring would put in the route's address, which names a service and no instance. */
  @Override
  public int getOrder() {
    return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    SentBody body = new SentBody(exchange.getRequest());
    return attempt(exchange.mutate().request(body).build(), body, chain, new HashSet<>());
  }

  private Mono<Void> attempt(
      ServerWebExchange exchange, SentBody body, GatewayFilterChain chain, Set<Instance> tried) {
    return Mono.defer(
        () ->
            instances
                .next(tried)
                .map(
                    instance ->
                        over(instance, exchange, body, chain)
                            .onErrorResume(
                                failure -> again(failure, instance, exchange, body, chain, tried)))
                .orElseGet(() -> Mono.error(away())));
  }

  private Mono<Void> over(
      Instance instance, ServerWebExchange exchange, SentBody body, GatewayFilterChain chain) {
    long began = System.nanoTime();
    exchange
        .getAttributes()
        .put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, at(instance.address(), exchange));
    return inTime
        .apply(chain.filter(exchange))
        .doOnSuccess(_ -> instance.answered(since(began)))
        .doOnError(
            failure -> {
              if (body.clearOf(failure)) {
                instance.failed(since(began), failure);
              } else {
                instance.left();
              }
            })
        .doOnCancel(instance::left);
  }

  private Mono<Void> again(
      Throwable failure,
      Instance instance,
      ServerWebExchange exchange,
      SentBody body,
      GatewayFilterChain chain,
      Set<Instance> tried) {
    int before = tried.size();
    boolean another = tried.add(instance) && before < instances.all().size() - 1;
    int attempts = exchange.getAttributeOrDefault(Forwarding.class.getName(), 0);
    if (attempts >= PAUSES.size() || !harmless(failure, exchange, body)) {
      return Mono.error(failure);
    }
    exchange.getAttributes().put(Forwarding.class.getName(), attempts + 1);
    ServerWebExchangeUtils.reset(exchange);
    Mono<Void> next = attempt(exchange, body, chain, tried);
    return another ? next : Mono.delay(PAUSES.get(attempts)).then(next);
  }

  private static boolean harmless(Throwable failure, ServerWebExchange exchange, SentBody body) {
    if (exchange.getResponse().isCommitted()) {
      return false;
    }
    boolean notSent =
        failure instanceof ConnectException || failure instanceof UnknownHostException;
    return (notSent && body.untouched())
        || (failure instanceof IOException && reads(exchange) && body.empty());
  }

  private static boolean reads(ServerWebExchange exchange) {
    HttpMethod method = exchange.getRequest().getMethod();
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  private Problem away() {
    return Problem.away(service.inWords() + " is away for the moment. Try again.");
  }

  private static URI at(URI address, ServerWebExchange exchange) {
    URI asked = exchange.getRequest().getURI();
    String query = asked.getRawQuery();
    return URI.create(
        address.getScheme()
            + "://"
            + address.getRawAuthority()
            + asked.getRawPath()
            + (query == null ? "" : "?" + query));
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
