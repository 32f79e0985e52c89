package io.holdfast.gateway.routes;

import io.holdfast.gateway.problems.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Is the gateway up, can it serve, and can each service behind it. */
@Configuration(proxyBeanMethods = false)
class Readiness {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final WebClient client;
  private final ServiceAddresses addresses;
  private final ApplicationAvailability availability;

  Readiness(WebClient client, ServiceAddresses addresses, ApplicationAvailability state) {
    this.client = client;
    this.addresses = addresses;
    this.availability = state;
  }

  @Bean
  RouterFunction<ServerResponse> readinessRoutes() {
    return RouterFunctions.route()
        .GET("/livez", _ -> state(HttpStatus.OK, "up"))
        .GET("/readyz", _ -> own())
        .GET("/readyz/all", _ -> all())
        .GET("/readyz/{service}", request -> one(request.pathVariable("service")))
        .build();
  }

  private Mono<ServerResponse> own() {
    return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
        ? state(HttpStatus.OK, "ready")
        : state(HttpStatus.SERVICE_UNAVAILABLE, "not ready");
  }

  private Mono<ServerResponse> one(String name) {
    return Service.named(name)
        .map(
            service ->
                ask(service)
                    .flatMap(
                        ready ->
                            ready
                                ? state(HttpStatus.OK, "ready")
                                : Mono.<ServerResponse>error(
                                    Problem.away(service.title() + " is not ready."))))
        .orElseGet(() -> Mono.error(Problem.notFound("No service is called " + name + ".")));
  }

  private Mono<ServerResponse> all() {
    return Flux.fromArray(Service.values())
        .flatMap(service -> ask(service).map(ready -> Map.entry(service.key(), ready)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new)
        .flatMap(
            services -> {
              boolean ready = !services.containsValue(false);
              Map<String, Object> body = new LinkedHashMap<>();
              body.put("status", ready ? "ready" : "not ready");
              services.forEach((name, up) -> body.put(name, up ? "ready" : "not ready"));
              return ServerResponse.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                  .bodyValue(body);
            });
  }

  private Mono<Boolean> ask(Service service) {
    return client
        .get()
        .uri(addresses.of(service).resolve("/readyz"))
        .retrieve()
        .onStatus(HttpStatusCode::isError, _ -> Mono.error(Problem.away("not ready")))
        .toBodilessEntity()
        .map(_ -> true)
        .timeout(PATIENCE)
        .onErrorReturn(false);
  }

  private static Mono<ServerResponse> state(HttpStatus status, String state) {
    return ServerResponse.status(status).bodyValue(Map.of("status", state));
  }
}
