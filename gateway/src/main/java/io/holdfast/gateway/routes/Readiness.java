package io.holdfast.gateway.routes;

import io.holdfast.gateway.problems.Problem;
import io.holdfast.gateway.services.Service;
import io.holdfast.gateway.services.Services;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Is the gateway up, can it serve, and can each service behind it. */
@RestController
class Readiness {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final WebClient client;
  private final Services services;
  private final ApplicationAvailability availability;

  Readiness(WebClient client, Services services, ApplicationAvailability state) {
    this.client = client;
    this.services = services;
    this.availability = state;
  }

  @GetMapping("/livez")
  ResponseEntity<Map<String, String>> live() {
    return state(HttpStatus.OK, "up");
  }

  @GetMapping("/readyz")
  ResponseEntity<Map<String, String>> ready() {
    return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
        ? state(HttpStatus.OK, "ready")
        : state(HttpStatus.SERVICE_UNAVAILABLE, "not ready");
  }

  @GetMapping("/readyz/{service}")
  Mono<ResponseEntity<Map<String, String>>> ready(@PathVariable("service") String name) {
    Service service =
        Service.named(name)
            .orElseThrow(() -> Problem.notFound("No service is called " + name + "."));
    return ask(service)
        .filter(ready -> ready)
        .map(_ -> state(HttpStatus.OK, "ready"))
        .switchIfEmpty(Mono.error(() -> Problem.away(service.inWords() + " is not ready.")));
  }

  @GetMapping("/readyz/all")
  Mono<ResponseEntity<Map<String, String>>> allReady() {
    return Flux.fromArray(Service.values())
        .flatMap(service -> ask(service).map(ready -> Map.entry(service.key(), ready)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new)
        .map(
            services -> {
              boolean ready = !services.containsValue(false);
              Map<String, String> body = new LinkedHashMap<>();
              body.put("status", word(ready));
              services.forEach((name, up) -> body.put(name, word(up)));
              return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                  .body(body);
            });
  }

  /** Every instance is asked; one that is ready makes the service ready. */
  private Mono<Boolean> ask(Service service) {
    return Flux.fromIterable(services.addresses(service))
        .flatMap(address -> ask(service, address))
        .any(ready -> ready);
  }

  private Mono<Boolean> ask(Service service, URI address) {
    return client
        .get()
        .uri(address.resolve("/readyz"))
        .retrieve()
        .onStatus(HttpStatusCode::isError, _ -> Mono.error(Problem.away("not ready")))
        .toBodilessEntity()
        .doOnNext(_ -> services.ready(service, address))
        .map(_ -> true)
        .timeout(PATIENCE)
        .onErrorReturn(false);
  }

  private static ResponseEntity<Map<String, String>> state(HttpStatus status, String state) {
    return ResponseEntity.status(status).body(Map.of("status", state));
  }

  private static String word(boolean ready) {
    return ready ? "ready" : "not ready";
  }
}
