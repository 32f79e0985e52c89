package io.holdfast.ingestion.signing;

import io.holdfast.ingestion.requests.RequestBodies;
import io.holdfast.ingestion.sources.Source;
import io.holdfast.ingestion.sources.SourceKind;
import io.holdfast.ingestion.sources.SourceLimits;
import io.holdfast.ingestion.sources.Sources;
import io.holdfast.tenancy.Problem;
import java.time.Clock;
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

  /** Does the work on the delivery that a request to a source of the kind makes. */
  public <T> Mono<T> enter(
      SourceKind kind,
      String sourceId,
      SignatureScheme scheme,
      ServerHttpRequest request,
      Function<Delivery, Mono<T>> work) {
    for (String header : scheme.headers()) {
      if (request.getHeaders().getFirst(header) == null) {
        return Mono.error(Problem.unauthorized("The header " + header + " is missing."));
      }
    }
    return bodies.read(
        request,
        BYTES,
        body ->
            source(kind, sourceId)
                .map(source -> verified(source, scheme, request.getHeaders(), body.sent()))
                .flatMap(work));
  }

  /** An unknown source is told apart from a wrong signature by nobody outside. */
  private Mono<Source> source(SourceKind kind, String sourceId) {
    UUID id;
    try {
      id = UUID.fromString(sourceId);
    } catch (IllegalArgumentException _) {
      return Mono.error(SignedDoor::refused);
    }
    return sources
        .withId(id)
        .filter(source -> source.kind() == kind && source.signingSecret().isPresent())
        .switchIfEmpty(Mono.error(SignedDoor::refused));
  }

  private Delivery verified(
      Source source, SignatureScheme scheme, HttpHeaders headers, byte[] body) {
    String secret = source.signingSecret().orElseThrow();
    return switch (scheme.judge(headers, body, secret, realClock.instant())) {
      case GENUINE -> {
        limits.open(source);
        limits.spend(source, 1, body.length);
        yield new Delivery(source, body, clock.instant());
      }
      case STALE ->
          throw Problem.unauthorized(
              "The signature is more than 300 seconds old, or ahead. Sign every attempt anew.");
      case FORGED -> throw refused();
    };
  }

  private static Problem refused() {
    return Problem.unauthorized("The signature does not belong to a source here.");
  }
}
