package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.acknowledging.IntakePayload;
import io.holdfast.ingestion.acknowledging.IntakeTopic;
import io.holdfast.ingestion.requests.RequestBodies;
import io.holdfast.ingestion.sources.Source;
import io.holdfast.ingestion.sources.SourceKind;
import io.holdfast.ingestion.sources.Sources;
import io.holdfast.tenancy.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Webhooks", description = "Signed deliveries of other systems")
class StripeController {
  private static final int BYTES = 1024 * 1024;

  private final Sources sources;
  private final IntakeTopic intake;
  private final Clock clock;
  private final Clock realClock;

  StripeController(
      Sources sources, IntakeTopic intake, Clock clock, @Qualifier("realClock") Clock realClock) {
    this.sources = sources;
    this.intake = intake;
    this.clock = clock;
    this.realClock = realClock;
  }

  record ReceivedView(boolean received) {}

  @PostMapping("/webhooks/stripe/{sourceId}")
  @Operation(
      summary = "Take in a Stripe event",
      description =
          """
          Signed with the source's signing secret (Stripe-Signature, 300 s). Failed and recovered payments and the life \
          of subscriptions are used, in payloads before and since API version 2025-03-31; other types are kept.\
          """)
  @RequestBody(content = @Content(mediaType = "application/json"))
  @ApiResponse(
      responseCode = "401",
      description = "Unknown source, wrong signature, or signed too long ago")
  Mono<ReceivedView> take(@PathVariable String sourceId, ServerHttpRequest request) {
    String header = request.getHeaders().getFirst("Stripe-Signature");
    if (header == null) {
      throw Problem.unauthorized("The header Stripe-Signature is missing.");
    }
    return RequestBodies.read(request, BYTES)
        .flatMap(
            body ->
                source(sourceId)
                    .flatMap(
                        source -> {
                          verify(source, header, body);
                          return accept(source, body);
                        }));
  }

  /** An unknown source is told apart from a wrong signature by nobody outside. */
  private Mono<Source> source(String sourceId) {
    UUID id;
    try {
      id = UUID.fromString(sourceId);
    } catch (IllegalArgumentException _) {
      return Mono.error(StripeController::refused);
    }
    return sources
        .withId(id)
        .filter(source -> source.kind() == SourceKind.STRIPE && source.signingSecret().isPresent())
        .switchIfEmpty(Mono.error(StripeController::refused));
  }

  private void verify(Source source, String header, byte[] body) {
    switch (StripeSignature.parse(header)
        .judge(body, source.signingSecret().orElseThrow(), realClock.instant())) {
      case GENUINE -> {}
      case STALE ->
          throw Problem.unauthorized("The signature is older than 300 seconds, or ahead.");
      case FORGED -> throw refused();
    }
  }

  private Mono<ReceivedView> accept(Source source, byte[] body) {
    StripeEvent event =
        StripeEvent.read(source.id(), body, clock.instant())
            .orElseThrow(
                () -> Problem.badRequest("malformed_event", "The body is not a Stripe event."));
    return intake
        .acknowledge(
            List.of(
                new IntakePayload(
                    source.tenant(),
                    source.id(),
                    event.customer(),
                    IntakePayload.STRIPE,
                    event.receivedAt(),
                    event.json())))
        .thenReturn(new ReceivedView(true));
  }

  private static Problem refused() {
    return Problem.unauthorized("The signature does not belong to a source here.");
  }
}
