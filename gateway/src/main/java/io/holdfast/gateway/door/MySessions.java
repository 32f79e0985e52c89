package io.holdfast.gateway.door;

import io.holdfast.gateway.problems.Problem;
import io.holdfast.gateway.sessions.PersonKey;
import io.holdfast.gateway.sessions.PersonSession;
import io.holdfast.gateway.sessions.PersonSessions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** {@code /api/v1/me/sessions}: where a person is signed in, and the way out of there. */
@RestController
class MySessions {
  private final PersonSessions sessions;

  MySessions(PersonSessions sessions) {
    this.sessions = sessions;
  }

  record SessionsView(List<PersonSession> items) {}

  @GetMapping("/api/v1/me/sessions")
  Mono<ResponseEntity<SessionsView>> list(ServerWebExchange exchange) {
    return person(exchange)
        .flatMap(person -> here(exchange).flatMap(here -> sessions.of(person, here).collectList()))
        .map(items -> new SessionsView(items))
        .map(view -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view));
  }

  @DeleteMapping("/api/v1/me/sessions/{id}")
  Mono<ResponseEntity<Void>> end(@PathVariable("id") String id, ServerWebExchange exchange) {
    return person(exchange)
        .flatMap(person -> sessions.end(person, known(id)))
        .flatMap(ended -> ended ? gone() : Mono.error(nothing(id)));
  }

  /**
   * Ends all, on every gateway at once.
   *
   * @param others leaves the session that asks
   */
  @DeleteMapping("/api/v1/me/sessions")
  Mono<ResponseEntity<Void>> endAll(
      @RequestParam(name = "others", defaultValue = "false") String others,
      ServerWebExchange exchange) {
    boolean spare = truth(others);
    return person(exchange)
        .zipWith(here(exchange))
        .flatMap(asked -> sessions.endAll(asked.getT1(), spare ? asked.getT2() : null))
        .then(Mono.defer(() -> spare ? Mono.empty() : over(exchange)))
        .then(gone());
  }

  private static Mono<PersonKey> person(ServerWebExchange exchange) {
    return exchange
        .getPrincipal()
        .flatMap(
            principal ->
                switch (principal) {
                  case JwtAuthenticationToken client ->
                      Mono.just(
                          PersonKey.of(
                              client.getToken().getIssuer(), client.getToken().getSubject()));
                  case OAuth2AuthenticationToken person -> Mono.justOrEmpty(key(person));
                  default -> Mono.<PersonKey>empty();
                })
        .switchIfEmpty(Mono.error(() -> Problem.unauthorized("No access token and no session.")));
  }

  private static Optional<PersonKey> key(OAuth2AuthenticationToken person) {
    return person.getPrincipal() instanceof OidcUser user
        ? Optional.of(PersonKey.of(user.getIssuer(), user.getSubject()))
        : Optional.empty();
  }

  /** With a token there is no session that asks; a cookie beside it is not looked at. */
  private static Mono<String> here(ServerWebExchange exchange) {
    return exchange
        .getPrincipal()
        .filter(principal -> principal instanceof OAuth2AuthenticationToken)
        .flatMap(_ -> exchange.getSession())
        .map(WebSession::getId)
        .defaultIfEmpty("");
  }

  private static Mono<Void> over(ServerWebExchange exchange) {
    return exchange
        .getPrincipal()
        .filter(principal -> principal instanceof OAuth2AuthenticationToken)
        .flatMap(_ -> exchange.getSession())
        .flatMap(WebSession::invalidate);
  }

  private static Mono<ResponseEntity<Void>> gone() {
    return Mono.just(ResponseEntity.noContent().build());
  }

  private static UUID known(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException _) {
      throw nothing(id);
    }
  }

  private static boolean truth(String others) {
    return switch (others) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw Problem.badRequest(
              "invalid_parameter", "'others' is true or false, not '" + others + "'.");
    };
  }

  private static Problem nothing(String id) {
    return Problem.notFound("You have no session " + id + ".");
  }
}
