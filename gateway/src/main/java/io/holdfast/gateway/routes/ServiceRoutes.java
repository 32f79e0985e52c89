package io.holdfast.gateway.routes;

import io.holdfast.gateway.door.TokenRelay;
import io.holdfast.gateway.services.Service;
import io.holdfast.gateway.services.Services;
import io.holdfast.tenancy.paths.Paths;
import java.util.ArrayList;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The table of paths. Paths reach the services unchanged; the first match decides, so that the
 * parts of an account that other services own stand before the account itself.
 */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {
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
        "/api/v1/fit-profile/**",
        "/api/v1/fit-checks",
        "/api/v1/dead-letters/scoring/**",
        "/api/v1/rebuilds/scoring");
    return new RouteMapping(table.routes(), sending);
  }

  private record Table(List<PathsRoute> routes, Services services, TokenRelay relay) {
    void calls(String id, Service service, String... paths) {
      add(route(id, service, services.calls(service)), paths);
    }

    void uploads(String id, Service service, String... paths) {
      add(route(id, service, services.uploads(service)), paths);
    }

    private void add(Route.AsyncBuilder route, String... paths) {
      routes.add(new PathsRoute(Paths.of(paths), route.build()));
    }

    private Route.AsyncBuilder route(String id, Service service, List<GatewayFilter> sending) {
      return Route.async()
          .id(id)
          .uri("http://" + service.key()) // services.Forwarding chooses the instance
          .predicate(_ -> true) // RouteMapping has looked at the path
          .filters(first(relay))
          .filters(sending);
    }
  }

  /** Before an instance is chosen. */
  private static GatewayFilter first(GatewayFilter filter) {
    return new OrderedGatewayFilter(filter, 0);
  }
}
