package io.holdfast.gateway.door;

import io.holdfast.gateway.problems.Problem;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * The OIDC provider as it describes itself. Asked at the first sign-in and remembered, so that the
 * gateway starts without it; a failure is not remembered.
 */
@Component
final class Provider implements ReactiveClientRegistrationRepository {
  static final String REGISTRATION = "holdfast";

  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
  private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
      new ParameterizedTypeReference<>() {};

  private final DoorProperties door;
  private final Mono<ClientRegistration> registration;

  Provider(DoorProperties door, WebClient client) {
    this.door = door;
    String description = door.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration";
    this.registration =
        client
            .get()
            .uri(description)
            .retrieve()
            .bodyToMono(METADATA)
            .map(this::registration)
            .doOnError(failure -> LOG.warn("{}: {}", description, failure.toString()))
            .onErrorMap(_ -> Problem.away("The sign-in service is away for the moment. Try again."))
            .cache(_ -> Duration.ofMinutes(10), _ -> Duration.ZERO, () -> Duration.ZERO);
  }

  @Override
  public Mono<ClientRegistration> findByRegistrationId(String id) {
    return REGISTRATION.equals(id) ? registration : Mono.empty();
  }

  private ClientRegistration registration(Map<String, Object> metadata) {
    if (!door.issuer().equals(metadata.get("issuer"))) {
      throw new IllegalStateException("describes the issuer " + metadata.get("issuer"));
    }
    return ClientRegistrations.fromOidcConfiguration(metadata)
        .registrationId(REGISTRATION)
        .clientId(door.clientId())
        .clientSecret(door.clientSecret())
        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
        .redirectUri(door.at("/login/oauth2/code/" + REGISTRATION))
        .scope(door.scopes())
        .build();
  }
}
