package io.holdfast.gateway.routes;

import io.holdfast.gateway.door.TokenRelay;
import io.holdfast.gateway.paths.Paths;
import io.holdfast.gateway.services.Service;
import io.holdfast.gateway.services.Services;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The table of paths. Paths reach the services unchanged; the first match decides, so that the
 * parts of an account that other services own stand before the account itself.
 */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {
  /** The answer to an upload comes after the upload; others have the client's time. */
  private static final Duration UPLOAD = Duration.ofMinutes(60);

  @Bean
  RouteMapping routes(FilteringWebHandler sending, Services services, TokenRelay relay) {
    Table table = new Table(new ArrayList<>(), services, relay);
    table.calls("tracking", Service.INGESTION, "/v1/**", "/webhooks/**");
    table.uploads("imports", Service.INGESTION, "/api/v1/imports/**");
    table.calls(
        "ingestion",
        Service.INGESTION,
        "/api/v1/sources/**",
        "/api/v1/events",
        "/api/v1/privacy/**",
        "/api/v1/tracking-plan/**",
        "/api/v1/facts/**",
        "/api/v1/quarantine/**",
        "/api/v1/tenants/**",
        "/api/v1/dead-letters/ingestion/**",
        "/api/v1/roles/**",
        "/api/v1/audit-log/**",
        "/api/v1/access",
        "/api/v1/accounts/{accountId}/contacts/**",
        "/api/v1/accounts/{accountId}/merges");
    table.calls(
        "metrics",
        Service.METRICS,
        "/api/v1/metrics/**",
        "/api/v1/dead-letters/metrics/**",
        "/api/v1/rebuilds/metrics",
        "/api/v1/accounts/{accountId}/mrr-movements",
        "/api/v1/accounts/{accountId}/subscriptions");
    table.calls(
        "notification",
        Service.NOTIFICATION,
        "/api/v1/alerts/**",
        "/api/v1/plays/**",
        "/api/v1/play-runs/**",
        "/api/v1/channels/**",
        "/api/v1/deliveries/**",
        "/api/v1/people/**",
        "/api/v1/dead-letters/notification/**",
        "/api/v1/rebuilds/notification");
    table.calls(
        "scoring",
        Service.SCORING,
        "/api/v1/accounts/**",
        "/api/v1/portfolio/**",
        "/api/v1/scoring-models/**",
        "/api/v1/dead-letters/scoring/**",
        "/api/v1/rebuilds/scoring");
    return new RouteMapping(table.routes(), sending);
  }

  private record Table(List<PathsRoute> routes, Services services, TokenRelay relay) {
    void calls(String id, Service service, String... paths) {
      add(route(id, service, services.calls(service)), paths);
    }

    void uploads(String id, Service service, String... paths) {
      add(
          route(id, service, services.uploads(service))
              .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, UPLOAD.toMillis()),
          paths);
    }

    private void add(Route.AsyncBuilder route, String... paths) {
      routes.add(new PathsRoute(Paths.of(paths), route.build()));
    }

    private Route.AsyncBuilder route(String id, Service service, List<GatewayFilter> sending) {
      return Route.async()
          .id(id)
          .uri("http://" + service.key()) // services.Forwarding chooses the instance
          .predicate(_ -> true) // RouteMapping has looked at the path
          .filters(first(relay), first(ServiceRoutes::withoutCookies))
          .filters(sending);
    }
  }

  /** Before the answer is written, and before an instance is chosen. */
  private static GatewayFilter first(GatewayFilter filter) {
    return new OrderedGatewayFilter(filter, 0);
  }

  /** Cookies are the gateway's to set. */
  private static Mono<Void> withoutCookies(ServerWebExchange exchange, GatewayFilterChain chain) {
    HttpHeaders answer = exchange.getResponse().getHeaders();
    return chain.filter(exchange).doOnSuccess(_ -> answer.remove(HttpHeaders.SET_COOKIE));
  }
}
