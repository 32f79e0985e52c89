package io.holdfast.ingestion.facts;

import io.holdfast.ingestion.acknowledging.IntakePayload;
import io.holdfast.ingestion.acknowledging.IntakeTopic;
import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.requests.Json;
import io.holdfast.ingestion.signing.Delivery;
import io.holdfast.ingestion.signing.DoorRefusals;
import io.holdfast.ingestion.signing.SignatureScheme;
import io.holdfast.ingestion.signing.SignedDoor;
import io.holdfast.ingestion.signing.StandardWebhookSignature;
import io.holdfast.ingestion.sources.SourceKind;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A delivery is taken whole or not at all: who sends it looks at the status, not at a list. */
@RestController
@Tag(name = "Webhooks", description = "Signed deliveries of other systems")
class FactWebhookController {
  private static final SignatureScheme SCHEME = new StandardWebhookSignature();
  private static final int LONGEST_ID = 100;

  private final SignedDoor door;
  private final IntakeTopic intake;

  FactWebhookController(SignedDoor door, IntakeTopic intake) {
    this.door = door;
    this.intake = intake;
  }

  /** How many facts were received. */
  record ReceivedFactsView(int received) {}

  @PostMapping("/webhooks/json/{sourceId}")
  @Operation(
      summary = "Take in signed facts",
      description =
          """
          One fact or a list of 1 to 1,000, in the shape of POST /api/v1/facts, signed by the rules of Standard Webhooks \
          with the source's signing secret (whsec_<base64>). Taken whole or, when one fact is faulty, not at all. A \
          webhook-id that was received before is answered alike and has no second effect. Facts of an account not known \
          yet wait in quarantine. A source with a mapping takes any JSON instead, which waits in quarantine where it \
          cannot be mapped; one with a signature rule is signed by that.\
          """)
  @Parameter(
      name = "webhook-id",
      in = ParameterIn.HEADER,
      required = false,
      description =
          "Required unless the source has a rule of its own. Names the delivery, the same on every"
              + " attempt; 1 to 100 characters")
  @Parameter(
      name = "webhook-timestamp",
      in = ParameterIn.HEADER,
      required = false,
      description = "As before. Seconds since 1970 of this attempt; at most 300 away from now")
  @Parameter(
      name = "webhook-signature",
      in = ParameterIn.HEADER,
      required = false,
      description = "As before. v1,<base64> [v1,<base64> …], HMAC-SHA256 of id.timestamp.body")
  @RequestBody(
      required = true,
      description = "At most 512,000 bytes",
      content =
          @Content(
              mediaType = "application/json",
              array = @ArraySchema(schema = @Schema(implementation = FactRequest.class))))
  @ApiResponse(responseCode = "200", description = "All facts will be stored, once")
  @ApiResponse(responseCode = "400", description = "Genuine, but not JSON", content = @Content)
  @ApiResponse(
      responseCode = "422",
      description = "Nothing was accepted; errors has index, field, code and message of each fault",
      content = @Content)
  @DoorRefusals
  Mono<ResponseEntity<ReceivedFactsView>> take(
      @PathVariable String sourceId, @Parameter(hidden = true) ServerHttpRequest request) {
    return door.enter(
            SourceKind.JSON,
            sourceId,
            SCHEME,
            request,
            delivery ->
                delivery.source().mapped()
                    ? forward(delivery)
                    : accept(delivery.source().tenant(), received(delivery)))
        .map(view -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(view));
  }

  private static ReceivedFacts received(Delivery delivery) {
    return new ReceivedFacts(
        delivery.source().id(), id(delivery), delivery.receivedAt(), json(delivery));
  }

  private static String id(Delivery delivery) {
    String id = delivery.id();
    if (id.isBlank() || id.length() > LONGEST_ID || !PlainText.isLine(id)) {
      throw Problem.badRequest(
          "invalid_webhook_id", "The id of a delivery must have 1 to 100 characters.");
    }
    return id;
  }

  private static JsonNode json(Delivery delivery) {
    return Json.read(delivery.body())
        .orElseThrow(fault -> Problem.badRequest(fault.code(), fault.message()));
  }

  /** What it becomes is decided behind the broker, by the mapping that is in effect then. */
  private Mono<ReceivedFactsView> forward(Delivery delivery) {
    ReceivedFacts asSent = received(delivery);
    return intake
        .acknowledge(List.of(payload(delivery.source().tenant(), asSent, IntakePayload.DELIVERY)))
        .thenReturn(new ReceivedFactsView(1));
  }

  private Mono<ReceivedFactsView> accept(TenantId tenant, ReceivedFacts received) {
    FactList list = received.list();
    if (!list.faults().isEmpty()) {
      throw Problem.unprocessable("invalid_facts", "Nothing was accepted, because of the errors.")
          .with("errors", list.faults());
    }
    return intake
        .acknowledge(List.of(payload(tenant, received, IntakePayload.FACTS)))
        .thenReturn(new ReceivedFactsView(list.facts().size()));
  }

  /** All of a source on one way, so that a correction never overtakes what it corrects. */
  private static IntakePayload payload(TenantId tenant, ReceivedFacts received, String type) {
    return new IntakePayload(
        tenant, received.sourceId(), "facts", type, received.receivedAt(), received.json());
  }
}
