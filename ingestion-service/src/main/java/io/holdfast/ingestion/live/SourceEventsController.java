package io.holdfast.ingestion.live;

import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.requests.WholeTenant;
import io.holdfast.tenancy.Audit;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Sources")
class SourceEventsController {
  private static final String PERSONAL = "personal:read";
  private static final int USUAL = 50;

  private final DatabaseClient database;
  private final TenantTransactions transactions;
  private final Audit audit;

  SourceEventsController(DatabaseClient database, TenantTransactions transactions, Audit audit) {
    this.database = database;
    this.transactions = transactions;
    this.audit = audit;
  }

  record EventView(
      Instant receivedAt,
      @Schema(description = "A call, or what the event called itself") String type,
      @Nullable String messageId,
      @Nullable String event,
      @Schema(description = "Whether the tracking plan has it; absent where it has no name")
          @Nullable Boolean planned,
      @Nullable String accountId,
      @Schema(allowableValues = {"accepted", "duplicate", "waiting", "rejected", "kept"})
          String verdict,
      @Nullable String reason,
      @Schema(description = "As it came, JSON; only with personal:read, and not where it is long")
          @Nullable String body) {}

  record EventsView(List<EventView> items) {}

  @GetMapping("/api/v1/sources/{sourceId}/events")
  @RequiresScope("sources:read")
  @Operation(
      summary = "The last events of a source, and what became of them",
      description =
          """
          Newest first. sourceId may be cloudevents. Of very many that come at once the last few are shown. kept is what \
          is folded together with others, like Stripe's events. Bodies need personal:read.\
          """)
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
  Mono<EventsView> list(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String sourceId,
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    int limit = limit(query.get("limit"));
    if (!PlainText.isLine(sourceId)) {
      throw unknown(sourceId);
    }
    boolean bodies = principal.may(PERSONAL);
    return transactions.run(
        WholeTenant.of(principal),
        () ->
            exists(sourceId)
                .filter(there -> there)
                .flatMap(_ -> recent(sourceId, limit, bodies).collectList())
                .flatMap(events -> seen(principal, sourceId, events).thenReturn(events))
                .map(EventsView::new)
                .switchIfEmpty(Mono.error(() -> unknown(sourceId))));
  }

  /** A body may tell of a person. */
  private Mono<Void> seen(Principal principal, String sourceId, List<EventView> events) {
    long bodies = events.stream().filter(event -> event.body() != null).count();
    return audit.seen(principal, "sources", sourceId, bodies);
  }

  private Mono<Boolean> exists(String sourceId) {
    return database
        .sql("select $1 = 'cloudevents' or exists (select from source where source_id::text = $1)")
        .bind(0, sourceId)
        .map(row -> Objects.requireNonNull(row.get(0, Boolean.class)))
        .one();
  }

  private Flux<EventView> recent(String source, int limit, boolean bodies) {
    return database
        .sql(
            """
            select r.*, r.event is not null and exists (
                     select from planned_event p where p.event = r.event and p.planned) as planned
              from recent_event r where r.source = $1 order by r.id desc limit $2
            """) // recent_event_pkey: a ring is short
        .bind(0, source)
        .bind(1, limit)
        .map(
            row ->
                new EventView(
                    Objects.requireNonNull(row.get("received_at", Instant.class)),
                    Objects.requireNonNull(row.get("type", String.class)),
                    row.get("message_id", String.class),
                    row.get("event", String.class),
                    row.get("event", String.class) == null
                        ? null
                        : row.get("planned", Boolean.class),
                    row.get("account_id", String.class),
                    Objects.requireNonNull(row.get("verdict", String.class)),
                    row.get("reason", String.class),
                    bodies ? row.get("body", String.class) : null))
        .all();
  }

  private static int limit(@Nullable String text) {
    try {
      int limit = Optional.ofNullable(text).map(Integer::valueOf).orElse(USUAL);
      if (limit >= 1 && limit <= RecentEvents.RING) {
        return limit;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw Problem.badRequest("invalid_limit", "'limit' must be a number from 1 to 200");
  }

  private static Problem unknown(String sourceId) {
    return Problem.notFound("unknown_source", "there is no source " + PlainText.of(sourceId, 60));
  }
}
