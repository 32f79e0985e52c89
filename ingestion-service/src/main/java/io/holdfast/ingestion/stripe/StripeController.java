package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.acknowledging.IntakePayload;
import io.holdfast.ingestion.acknowledging.IntakeTopic;
import io.holdfast.ingestion.signing.Delivery;
import io.holdfast.ingestion.signing.DoorRefusals;
import io.holdfast.ingestion.signing.SignatureScheme;
import io.holdfast.ingestion.signing.SignedDoor;
import io.holdfast.ingestion.sources.SourceKind;
import io.holdfast.tenancy.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Webhooks", description = "Signed deliveries of other systems")
class StripeController {
  private static final SignatureScheme SCHEME = new StripeSignature();

  private final SignedDoor door;
  private final IntakeTopic intake;

  StripeController(SignedDoor door, IntakeTopic intake) {
    this.door = door;
    this.intake = intake;
  }

  record ReceivedView(boolean received) {}

  @PostMapping("/webhooks/stripe/{sourceId}")
  @Operation(
      summary = "Take in a Stripe event",
      description =
          """
          Signed with the source's signing secret (Stripe-Signature, 300 s). invoice.payment_failed, invoice.paid, invoice.voided, invoice.marked_uncollectible and \
          customer.subscription.* are used, in payloads before and since API version 2025-03-31; other types are kept. \
          The account is the one that carries the customer's id (external_ids, stripe=cus_1), else the one that \
          metadata.account_id names; until there is one, what follows from the event waits in quarantine. So does, as \
          unreadable_object with its place and fault, an event that says what a line of an import may not say, or whose \
          price or discount is not in it. An event is known by its id: a repeated delivery is answered alike and has no \
          second effect.\
          """)
  @Parameter(
      name = StripeSignature.HEADER,
      in = ParameterIn.HEADER,
      required = true,
      description = "t=<seconds>,v1=<hex>[,v1=…]")
  @RequestBody(
      required = true,
      description = "An event as Stripe sends it, at most 512,000 bytes",
      content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
  @ApiResponse(responseCode = "200", description = "It will be stored, once")
  @ApiResponse(
      responseCode = "400",
      description = "Genuine, but not a Stripe event",
      content = @Content)
  @DoorRefusals
  Mono<ResponseEntity<ReceivedView>> take(
      @PathVariable String sourceId, @Parameter(hidden = true) ServerHttpRequest request) {
    return door.enter(SourceKind.STRIPE, sourceId, SCHEME, request, this::accept)
        .thenReturn(
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ReceivedView(true)));
  }

  private Mono<Void> accept(Delivery delivery) {
    StripeEvent event =
        StripeEvent.read(delivery.source().id(), delivery.body(), delivery.receivedAt())
            .orElseThrow(
                () -> Problem.badRequest("malformed_event", "The body is not a Stripe event."));
    return intake.acknowledge(
        List.of(
            new IntakePayload(
                delivery.source().tenant(),
                delivery.source().id(),
                event.customer(),
                IntakePayload.STRIPE,
                delivery.receivedAt(),
                event.json().getBytes(StandardCharsets.UTF_8))));
  }
}
