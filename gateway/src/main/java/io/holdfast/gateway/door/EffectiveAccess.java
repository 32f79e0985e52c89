package io.holdfast.gateway.door;

import io.holdfast.gateway.services.Service;
import io.holdfast.gateway.services.Services;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Asks a service what it makes of a token: roles, and what they allow, may have changed since it
 * was given. While none answers, the token is taken at its word: this only tells, and each service
 * decides for itself.
 */
@Component
class EffectiveAccess {
  private static final Logger LOG = LoggerFactory.getLogger(EffectiveAccess.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Services services;
  private final WebClient client;

  EffectiveAccess(Services services, WebClient client) {
    this.services = services;
    this.client = client;
  }

  Mono<PersonView> of(Jwt token, PersonView told) {
    return services
        .ask(Service.INGESTION, address -> ask(address, token, told))
        .onErrorResume(
            failure -> {
              LOG.debug("what a token may do is taken from itself: {}", failure.toString());
              return Mono.just(told);
            });
  }

  private Mono<PersonView> ask(URI address, Jwt token, PersonView told) {
    return client
        .get()
        .uri(address.resolve("/api/v1/access"))
        .headers(headers -> headers.setBearerAuth(token.getTokenValue()))
        .exchangeToMono(answer -> read(answer, told))
        .timeout(PATIENCE);
  }

  /** 403: the person has been switched off. */
  private static Mono<PersonView> read(ClientResponse answer, PersonView told) {
    if (answer.statusCode() == HttpStatus.FORBIDDEN) {
      return answer.releaseBody().thenReturn(told.with(told.roles(), List.of()));
    }
    return answer.statusCode().is2xxSuccessful()
        ? answer
            .bodyToMono(JsonNode.class)
            .filter(access -> access.path("scopes").isArray())
            .map(access -> told.with(words(access.path("roles")), words(access.path("scopes"))))
            .defaultIfEmpty(told)
        : answer.releaseBody().thenReturn(told);
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
