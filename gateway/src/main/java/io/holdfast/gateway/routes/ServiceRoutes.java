package io.holdfast.gateway.routes;

import io.holdfast.gateway.door.TokenRelay;
import io.holdfast.gateway.services.Service;
import io.holdfast.gateway.services.Services;
import java.time.Duration;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
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
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /** The answer to an upload comes after the upload. */
  private static final Duration UPLOAD = Duration.ofMinutes(60);

  @Bean
  RouteLocator routes(RouteLocatorBuilder builder, Services services, TokenRelay relay) {
    Table table = new Table(builder.routes(), services, relay);
    table.route("tracking", Service.INGESTION, ANSWER, "/v1/**", "/webhooks/**");
    table.route("imports", Service.INGESTION, UPLOAD, "/api/v1/imports/**");
    table.route(
        "ingestion",
        Service.INGESTION,
        ANSWER,
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
    table.route(
        "metrics",
        Service.METRICS,
        ANSWER,
        "/api/v1/metrics/**",
        "/api/v1/dead-letters/metrics/**",
        "/api/v1/rebuilds/metrics",
        "/api/v1/accounts/{accountId}/mrr-movements",
        "/api/v1/accounts/{accountId}/subscriptions");
    table.route(
        "notification",
        Service.NOTIFICATION,
        ANSWER,
        "/api/v1/alerts/**",
        "/api/v1/plays/**",
        "/api/v1/play-runs/**",
        "/api/v1/channels/**",
        "/api/v1/deliveries/**",
        "/api/v1/people/**",
        "/api/v1/dead-letters/notification/**",
        "/api/v1/rebuilds/notification");
    table.route(
        "scoring",
        Service.SCORING,
        ANSWER,
        "/api/v1/accounts/**",
        "/api/v1/portfolio/**",
        "/api/v1/scoring-models/**",
        "/api/v1/dead-letters/scoring/**",
        "/api/v1/rebuilds/scoring");
    return table.routes().build();
  }

  private record Table(RouteLocatorBuilder.Builder routes, Services services, TokenRelay relay) {
    void route(String id, Service service, Duration answer, String... paths) {
      routes.route(
          id,
          route ->
              route
                  .path(paths)
                  .filters(
                      filters ->
                          filters
                              .filter(relay)
                              .removeRequestHeader(HttpHeaders.COOKIE)
                              .removeResponseHeader(HttpHeaders.SET_COOKIE)
                              .filters(
                                  answer.equals(UPLOAD)
                                      ? services.uploads(service)
                                      : services.calls(service)))
                  .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, answer.toMillis())
                  .uri("http://" + service.key()));
    }
  }
}
