package io.holdfast.ingestion.tracking;

import io.holdfast.ingestion.acknowledging.IntakePayload;
import io.holdfast.ingestion.acknowledging.IntakeTopic;
import io.holdfast.ingestion.batch.Batch;
import io.holdfast.ingestion.batch.CallType;
import io.holdfast.ingestion.batch.ReadBatch;
import io.holdfast.ingestion.requests.Body;
import io.holdfast.ingestion.requests.RequestBodies;
import io.holdfast.ingestion.sources.Source;
import io.holdfast.ingestion.sources.SourceKind;
import io.holdfast.ingestion.sources.SourceLimits;
import io.holdfast.ingestion.sources.Sources;
import io.holdfast.tenancy.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(
    name = "Tracking",
    description = "What Segment and RudderStack SDKs send; authenticated by a write key")
class TrackingController {
  private static final Set<String> LISTS = Set.of("batch", "import", "b");

  /** Gzip never makes a body much larger than it was. */
  private static final int SENT_BYTES = Batch.BYTES + 64 * 1024;

  private final Sources sources;
  private final SourceLimits limits;
  private final RequestBodies bodies;
  private final IntakeTopic intake;
  private final Clock clock;
  private final Clock realClock;

  TrackingController(
      Sources sources,
      SourceLimits limits,
      RequestBodies bodies,
      IntakeTopic intake,
      Clock clock,
      @Qualifier("realClock") Clock realClock) {
    this.sources = sources;
    this.limits = limits;
    this.bodies = bodies;
    this.intake = intake;
    this.clock = clock;
    this.realClock = realClock;
  }

  /** The answer: how many events were accepted, and which can never be. */
  record TrackedView(boolean success, int accepted, List<Batch.Fault> errors) {}

  @PostMapping({"/v1/{call}", "/v1/{call}/"})
  @Operation(
      summary = "Take in events",
      description =
          """
          call is batch, import or b for a list, or track, identify, group, page, screen or alias for one event. \
          The write key is the user name of Basic authentication or writeKey in the body. Content type and encoding \
          headers are ignored: the body decides, plain or gzip. 32 KB an event, 512,000 bytes and 2,500 events a batch, \
          decompressed. An event is known by its messageId: sent again it counts once.\
          """)
  @RequestBody(
      required = true,
      description = "A list: batch, and context, integrations and sentAt of all. One event: itself",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = BatchRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "All events but those in errors are accepted; those never will be")
  @ApiResponse(
      responseCode = "400",
      description = "Empty, not JSON, not UTF-8, too deep or broken gzip, as its code says",
      content = @Content)
  @ApiResponse(responseCode = "415", description = "Neither plain nor gzip", content = @Content)
  @ApiResponse(responseCode = "401", description = "No or unknown write key", content = @Content)
  @ApiResponse(responseCode = "404", description = "No such call", content = @Content)
  @ApiResponse(responseCode = "413", description = "Too large", content = @Content)
  @ApiResponse(
      responseCode = "429",
      description =
          "Beyond the source's limit, which is named: send the same again after Retry-After"
              + " seconds",
      content = @Content)
  @ApiResponse(
      responseCode = "503",
      description =
          "Overloaded, or the broker is away: send the same again after Retry-After seconds",
      content = @Content)
  Mono<ResponseEntity<TrackedView>> take(
      @Parameter(
              schema =
                  @Schema(
                      allowableValues = {
                        "batch",
                        "import",
                        "b",
                        "track",
                        "identify",
                        "group",
                        "page",
                        "screen",
                        "alias"
                      }))
          @PathVariable
          String call,
      @Parameter(hidden = true) ServerHttpRequest request) {
    Optional<CallType> single = CallType.named(call);
    if (single.isEmpty() && !LISTS.contains(call)) {
      throw Problem.notFound("unknown_call", "there is no call " + call);
    }
    String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    Instant arrived = realClock.instant();
    Instant received = clock.instant();
    return authenticated(SentKey.ofHeader(header))
        .doOnNext(limits::open)
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(
            source ->
                bodies.read(
                    request,
                    SENT_BYTES,
                    body -> take(source, body, single, new ReadBatch(arrived, received))));
  }

  private Mono<ResponseEntity<TrackedView>> take(
      Optional<Source> source, Body body, Optional<CallType> single, ReadBatch reading) {
    Batch batch = reading.of(body, single);
    return source
        .map(Mono::just)
        .orElseGet(() -> authenticatedByBody(batch).doOnNext(limits::open))
        .doOnNext(known -> limits.spend(known, batch.events(), body.sent().length))
        .flatMap(known -> accept(known, batch, reading.received()));
  }

  /** Empty when the header has no key, so that the body may have one. */
  private Mono<Source> authenticated(@Nullable String key) {
    return key == null || key.isBlank()
        ? Mono.empty()
        : sources
            .withKey(key)
            .filter(source -> source.kind() == SourceKind.SEGMENT)
            .switchIfEmpty(Mono.error(TrackingController::unauthorized));
  }

  private Mono<Source> authenticatedByBody(Batch batch) {
    return authenticated(batch.writeKey())
        .switchIfEmpty(Mono.error(TrackingController::unauthorized));
  }

  private Mono<ResponseEntity<TrackedView>> accept(Source source, Batch batch, Instant received) {
    Stream<IntakePayload> calls =
        batch.shares().stream()
            .map(
                share ->
                    new IntakePayload(
                        source.tenant(),
                        source.id(),
                        share.lane(),
                        IntakePayload.CALL,
                        received,
                        ReceivedCalls.json(batch, share.calls(), source.id(), received)));
    return intake
        .acknowledge(Stream.concat(calls, refused(source, batch, received)).toList())
        .thenReturn(
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON) // whatever the sender says it takes
                .body(
                    new TrackedView(
                        batch.faults().isEmpty(), batch.calls().size(), batch.faults())));
  }

  /** To be shown among the last events of the source. */
  private static Stream<IntakePayload> refused(Source source, Batch batch, Instant received) {
    return batch.faults().isEmpty()
        ? Stream.empty()
        : Stream.of(
            new IntakePayload(
                source.tenant(),
                source.id(),
                "refused",
                IntakePayload.REFUSED,
                received,
                RefusedEvents.json(source.id(), received, batch.faults())));
  }

  private static Problem unauthorized() {
    return Problem.unauthorized(
        "The write key is missing, revoked, or of no source of kind segment.");
  }
}
