package io.holdfast.gateway.documents;

import io.holdfast.gateway.services.Service;
import io.holdfast.gateway.services.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /api/openapi}, made of what the services say of themselves, and {@code /docs}. */
@RestController
class OpenApiDocuments {
  private static final Logger LOG = LoggerFactory.getLogger(OpenApiDocuments.class);
  private static final Duration PATIENCE = Duration.ofSeconds(25); // a first description takes long
  private static final Duration WHOLE_FOR = Duration.ofSeconds(60);
  private static final Duration PARTIAL_FOR = Duration.ofSeconds(3);

  private final JsonMapper json;
  private final WebClient client;
  private final Services services;
  private final Map<Service, ServiceDocument> lastKnown = new ConcurrentHashMap<>();
  private final Mono<byte[]> document;

  OpenApiDocuments(JsonMapper json, WebClient client, Services services) {
    this.json = json;
    this.client = client;
    this.services = services;
    ObjectNode frame = frame();
    this.document =
        Flux.fromArray(Service.values())
            .flatMapSequential(this::ask)
            .collectList()
            .map(parts -> MergedDocument.of(frame, parts))
            .cache(
                merged -> merged.has("x-unavailable") ? PARTIAL_FOR : WHOLE_FOR,
                _ -> Duration.ZERO,
                () -> Duration.ZERO)
            .map(json::writeValueAsBytes);
  }

  @GetMapping("/api/openapi")
  Mono<ResponseEntity<byte[]>> document() {
    return document.map(body -> fresh(MediaType.APPLICATION_JSON).body(body));
  }

  @GetMapping({"/docs", "/docs/"})
  ResponseEntity<Resource> page() {
    return fresh(MediaType.TEXT_HTML).body(new ClassPathResource("documentation/index.html"));
  }

  private static ResponseEntity.BodyBuilder fresh(MediaType type) {
    return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noCache());
  }

  private Mono<ServiceDocument> ask(Service service) {
    return services
        .ask(service, this::described)
        .map(body -> (ObjectNode) json.readTree(body))
        .map(content -> new ServiceDocument(service.key(), service.title(), content))
        .doOnNext(answered -> lastKnown.put(service, answered))
        .onErrorResume(
            failure -> {
              LOG.warn("no API document from {}: {}", service.key(), failure.toString());
              return Mono.just(lastKnown.getOrDefault(service, unknown(service)));
            });
  }

  private Mono<byte[]> described(URI address) {
    return client
        .get()
        .uri(address.resolve("/openapi.json"))
        .retrieve()
        .bodyToMono(byte[].class)
        .timeout(PATIENCE);
  }

  private static ServiceDocument unknown(Service service) {
    return new ServiceDocument(service.key(), service.title(), null);
  }

  private ObjectNode frame() {
    try (var file = new ClassPathResource("documentation/frame.json").getInputStream()) {
      return (ObjectNode) json.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
