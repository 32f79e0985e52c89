package io.holdfast.gateway.routes;

import java.util.List;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the route of a request in one look, before what the gateway serves itself is looked
 * through. Spring Cloud Gateway's own mapping asks one route after the other, each by a Mono of its
 * own, which a request through the gateway feels.
 */
final class RouteMapping extends AbstractHandlerMapping {
  private static final int BEFORE_OWN_PAGES = -2;

  private final List<PathsRoute> routes;
  private final FilteringWebHandler sending;

  RouteMapping(List<PathsRoute> routes, FilteringWebHandler sending) {
    this.routes = List.copyOf(routes);
    this.sending = sending;
    setOrder(BEFORE_OWN_PAGES);
  }

  @Override
  protected Mono<?> getHandlerInternal(ServerWebExchange exchange) {
    if (exchange.getApplicationContext() != getApplicationContext()) {
      return Mono.empty(); // on the management port, whose server inherits this
    }
    for (PathsRoute candidate : routes) {
      String pattern = candidate.paths().match(exchange.getRequest());
      if (pattern != null) {
        exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR, candidate.route());
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
            .ifPresent(observed -> observed.setPathPattern(pattern));
        return Mono.just(sending);
      }
    }
    return Mono.empty();
  }
}
