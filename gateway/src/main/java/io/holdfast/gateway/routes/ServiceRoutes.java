package io.holdfast.gateway.routes;

import io.holdfast.gateway.door.TokenRelay;
import io.holdfast.gateway.services.Service;
import io.holdfast.gateway.services.Services;
import java.time.Duration;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/**
 * The table of paths. Paths reach the services unchanged; the first match decides, so that the
 * parts of an account that other services own stand before the account itself.
 */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {
  /** The answer to an upload comes after the upload; others have the client's time. */
  private static final Duration UPLOAD = Duration.ofMinutes(60);

  @Bean
  RouteLocator routes(RouteLocatorBuilder builder, Services services, TokenRelay relay) {
    Table table = new Table(builder.routes(), services, relay);
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
    return table.routes().build();
  }

  private record Table(RouteLocatorBuilder.Builder routes, Services services, TokenRelay relay) {
    void calls(String id, Service service, String... paths) {
      routes.route(id, route -> through(route, paths, services.calls(service)).uri(at(service)));
    }

    void uploads(String id, Service service, String... paths) {
      routes.route(
          id,
          route ->
              through(route, paths, services.uploads(service))
                  .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, UPLOAD.toMillis())
                  .uri(at(service)));
    }

    private UriSpec through(PredicateSpec route, String[] paths, List<GatewayFilter> sending) {
      return route
          .path(paths)
          .filters(
              filters ->
                  filters
                      .filter(relay)
                      .removeResponseHeader(HttpHeaders.SET_COOKIE)
                      .filters(sending));
    }

    private static String at(Service service) {
      return "http://" + service.key(); // services.Forwarding chooses the instance
    }
  }
}
