package io.holdfast.ingestion.cloudevents;

import io.holdfast.ingestion.acknowledging.IntakePayload;
import io.holdfast.ingestion.acknowledging.IntakeTopic;
import io.holdfast.ingestion.requests.Body;
import io.holdfast.ingestion.requests.RequestBodies;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.SeveralTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Events", description = "CloudEvents of partner systems")
class CloudEventsController {
  private static final String BATCH = "application/cloudevents-batch";
  private static final String STRUCTURED = "application/cloudevents";
  private static final int BYTES = 512_000;
  private static final int MOST = 2_500;

  private final RequestBodies bodies;
  private final IntakeTopic intake;
  private final Clock clock;

  CloudEventsController(RequestBodies bodies, IntakeTopic intake, Clock clock) {
    this.bodies = bodies;
    this.intake = intake;
    this.clock = clock;
  }

  @PostMapping("/api/v1/events")
  @SeveralTransactions(
      isTold = false) // none: the broker has the events before the answer, and repeats count once
  @RequiresScope("events:write")
  @Operation(
      summary = "Take in CloudEvents",
      description =
          """
          CloudEvents 1.0 in binary (ce-* headers), structured (application/cloudevents+json) or batched mode \
          (application/cloudevents-batch+json), plain or gzip; 64 KB an event, 512,000 bytes and 2,500 events a batch, \
          decompressed. subject is the account. id and source name an event: sent again it counts once. \
          A type io.holdfast.<kind>.v1 is a record of a kind of import (account, contact, subscription, invoice, ticket, \
          usage, survey, meeting, outcome, fact, rate); its data has the columns of one in camelCase, where accountId is \
          subject and the time may be that of the event. Every other type is use of that name; data.userId or \
          data.anonymousId says by whom and data.count how often. What cannot enter yet waits in quarantine. \
          A single event is refused with a problem; a batch is answered event by event.\
          """)
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "application/cloudevents+json",
            schema = @Schema(implementation = EventRequest.class)),
        @Content(
            mediaType = "application/cloudevents-batch+json",
            array =
                @io.swagger.v3.oas.annotations.media.ArraySchema(
                    schema = @Schema(implementation = EventRequest.class)))
      })
  @ApiResponse(responseCode = "200", description = "What is accepted will be stored, once")
  @ApiResponse(responseCode = "400", description = "No CloudEvent", content = @Content)
  @ApiResponse(responseCode = "413", description = "Too large", content = @Content)
  @ApiResponse(responseCode = "415", description = "No format that is known", content = @Content)
  @ApiResponse(
      responseCode = "422",
      description = "Nothing was accepted; of a batch, results has the fault of each event",
      content = @Content)
  @ApiResponse(
      responseCode = "503",
      description = "Overloaded, or the broker is away: send the same again after Retry-After",
      content = @Content)
  Mono<EventsView> take(
      @Parameter(hidden = true) Principal principal,
      @Parameter(hidden = true) ServerHttpRequest request) {
    HttpHeaders headers = request.getHeaders();
    ReadEvents reading = new ReadEvents(principal, clock.instant());
    return bodies.read(
        request,
        BYTES,
        body ->
            type(headers).startsWith(BATCH)
                ? batch(reading, json(headers, body))
                : single(reading, headers, body));
  }

  private Mono<EventsView> single(ReadEvents reading, HttpHeaders headers, Body body) {
    boolean structured = type(headers).startsWith(STRUCTURED);
    if (!structured && !EventHeaders.present(headers)) {
      throw Problem.badRequest(
          "not_a_cloudevent",
          "Send ce-* headers, or Content-Type application/cloudevents+json or"
              + " application/cloudevents-batch+json.");
    }
    try {
      JsonNode event =
          structured
              ? json(headers, body)
              : EventHeaders.structured(headers, body.plain(EventFormat.BYTES, "event"));
      IntakePayload payload = reading.payload(event);
      return intake
          .acknowledge(List.of(payload))
          .thenReturn(EventsView.of(List.of(EventView.accepted(0, event))));
    } catch (Refused refused) {
      throw Problem.of(refused.status(), refused.code(), refused.message())
          .with("attribute", Objects.requireNonNullElse(refused.attribute(), ""));
    }
  }

  private Mono<EventsView> batch(ReadEvents reading, JsonNode events) {
    if (!events.isArray()) {
      throw Problem.badRequest("malformed_batch", "A batch must be a JSON list of events.");
    }
    if (events.size() > MOST) {
      throw Problem.tooLarge("too_many_events", "A batch may have 2,500 events.");
    }
    List<IntakePayload> payloads = new ArrayList<>();
    List<EventView> views = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      try {
        payloads.add(reading.payload(events.get(i)));
        views.add(EventView.accepted(i, events.get(i)));
      } catch (Refused refused) {
        views.add(EventView.rejected(i, events.get(i), refused));
      }
    }
    if (payloads.isEmpty() && !views.isEmpty()) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT, "invalid_events", "No event could be accepted.")
          .with("results", views);
    }
    return intake.acknowledge(payloads).thenReturn(EventsView.of(views));
  }

  private static JsonNode json(HttpHeaders headers, Body body) {
    String format = type(headers).split(";", 2)[0].strip();
    if (!format.endsWith("+json") && !format.equals(STRUCTURED) && !format.equals(BATCH)) {
      throw Problem.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "unsupported_format",
          "Of CloudEvents' formats JSON is read: +json.");
    }
    return body.json(BYTES, "batch");
  }

  private static String type(HttpHeaders headers) {
    return Objects.requireNonNullElse(headers.getFirst(HttpHeaders.CONTENT_TYPE), "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
