package io.holdfast.ingestion.signing;

import io.holdfast.ingestion.requests.RequestBodies;
import io.holdfast.ingestion.sources.Source;
import io.holdfast.ingestion.sources.SourceKind;
import io.holdfast.ingestion.sources.SourceLimits;
import io.holdfast.ingestion.sources.Sources;
import io.holdfast.tenancy.Problem;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets in what is signed with its source's secret and fresh; everything else is 401. */
@Component
public class SignedDoor {
  /** Bytes of a delivery, the same as of a batch of events. */
  private static final int BYTES = 512_000;

  private final Sources sources;
  private final SourceLimits limits;
  private final RequestBodies bodies;
  private final Clock clock;
  private final Clock realClock;

  SignedDoor(
      Sources sources,
      SourceLimits limits,
      RequestBodies bodies,
      Clock clock,
      @Qualifier("realClock") Clock realClock) {
    this.sources = sources;
    this.limits = limits;
    this.bodies = bodies;
    this.clock = clock;
    this.realClock = realClock;
  }

  /**
   * Does the work on the delivery that a request to a source of the kind makes.
   *
   * @param scheme how sources of the kind sign that have no rule of their own
   */
  public <T> Mono<T> enter(
      SourceKind kind,
      String sourceId,
      SignatureScheme scheme,
      ServerHttpRequest request,
      Function<Delivery, Mono<T>> work) {
    return bodies.read(
        request,
        BYTES,
        body ->
            source(kind, sourceId)
                .switchIfEmpty(Mono.error(() -> unsigned(scheme, request.getHeaders())))
                .map(source -> verified(source, scheme, request.getHeaders(), body.sent()))
                .flatMap(work));
  }

  /** An unknown source is told apart from a wrong signature by nobody outside. */
  private Mono<Source> source(SourceKind kind, String sourceId) {
    UUID id;
    try {
      id = UUID.fromString(sourceId);
    } catch (IllegalArgumentException _) {
      return Mono.empty();
    }
    return sources
        .withId(id)
        .filter(source -> source.kind() == kind && source.signingSecret().isPresent());
  }

  private Delivery verified(
      Source source, SignatureScheme usual, HttpHeaders headers, byte[] body) {
    SignatureScheme scheme =
        source.signature().<SignatureScheme>map(HmacSignature::new).orElse(usual);
    if (missing(scheme, headers).isPresent()) {
      throw unsigned(scheme, headers);
    }
    String secret = source.signingSecret().orElseThrow();
    return switch (scheme.judge(headers, body, secret, realClock.instant())) {
      case GENUINE -> {
        limits.open(source);
        limits.spend(source, 1, body.length);
        yield new Delivery(source, scheme.id(headers, body), body, clock.instant());
      }
      case STALE ->
          throw Problem.unauthorized(
              "The signature is too old, or ahead: more than 300 seconds, or what the source's rule"
                  + " says. Sign every attempt anew.");
      case FORGED -> throw refused();
    };
  }

  private static Optional<String> missing(SignatureScheme scheme, HttpHeaders headers) {
    return scheme.headers().stream().filter(name -> headers.getFirst(name) == null).findFirst();
  }

  private static Problem unsigned(SignatureScheme scheme, HttpHeaders headers) {
    return missing(scheme, headers)
        .map(name -> Problem.unauthorized("The header " + name + " is missing."))
        .orElseGet(SignedDoor::refused);
  }

  private static Problem refused() {
    return Problem.unauthorized("The signature does not belong to a source here.");
  }
}
