package io.holdfast.ingestion.plan;

import io.holdfast.ingestion.plan.TrackingPlan.SeenEventView;
import io.holdfast.ingestion.requests.WholeTenant;
import io.holdfast.ingestion.tenants.Tenants;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.editing.Conditions;
import io.holdfast.tenancy.editing.Editable;
import io.holdfast.tenancy.editing.Edits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/tracking-plan")
@Tag(name = "Tracking plan", description = "Which usage events matter")
class TrackingPlanController {
  private static final int MOST = 5_000;
  private static final int UNPLANNED_SHOWN = 200;

  private final TrackingPlan plan;
  private final Tenants tenants;
  private final Edits edits;
  private final TenantTransactions transactions;

  TrackingPlanController(
      TrackingPlan plan, Tenants tenants, Edits edits, TenantTransactions transactions) {
    this.plan = plan;
    this.tenants = tenants;
    this.edits = edits;
    this.transactions = transactions;
  }

  record EventRequest(
      @Schema(
              description = "Name of a track call; page: and screen: before the name of those",
              maxLength = 210)
          @Nullable String event,
      @Schema(defaultValue = "true") @Nullable Boolean planned,
      @Schema(description = "Use of it is use of a core feature", defaultValue = "false")
          @Nullable Boolean coreFeature,
      @Schema(description = "Product module it belongs to", maxLength = 210)
          @Nullable String module) {}

  record PlanRequest(@Nullable List<@Nullable EventRequest> events) {}

  /** The plan, and the events that came in without being planned. */
  record PlanView(List<PlannedEvent> events, List<SeenEventView> unplanned) {}

  @GetMapping
  @RequiresScope("sources:read")
  @Editable
  @Operation(
      summary = "The tracking plan",
      description =
          "With the most used events that are not in it; the ETag is that of the plan alone.")
  Mono<ResponseEntity<PlanView>> get(@Parameter(hidden = true) Principal principal) {
    return transactions.run(WholeTenant.of(principal), this::view).map(this::tagged);
  }

  @PutMapping
  @RequiresScope("sources:write")
  @Operation(
      summary = "Replace the tracking plan",
      description = "The whole plan, at most 5,000 events; what is left out is no longer in it.")
  Mono<ResponseEntity<PlanView>> put(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @RequestBody PlanRequest request) {
    List<PlannedEvent> events = events(request);
    return transactions
        .run(
            WholeTenant.of(principal),
            () ->
                edits.edit(
                    terms,
                    "tracking plan",
                    () -> plan.events().collectList(),
                    () -> replaced(principal.tenant(), events)))
        .map(this::tagged);
  }

  private Mono<PlanView> replaced(TenantId tenant, List<PlannedEvent> events) {
    return tenants
        .introduce(tenant)
        .then(plan.replace(tenant, events))
        .then(Mono.defer(this::view));
  }

  /** Without what is not planned, which changes with every use. */
  private ResponseEntity<PlanView> tagged(PlanView view) {
    return edits.tagged(view, view.events());
  }

  private Mono<PlanView> view() {
    return plan.events()
        .collectList()
        .flatMap(
            events ->
                plan.unplanned(UNPLANNED_SHOWN)
                    .collectList()
                    .map(unplanned -> new PlanView(events, unplanned)));
  }

  private static List<PlannedEvent> events(PlanRequest request) {
    if (request.events() == null || request.events().size() > MOST) {
      throw Problem.unprocessable("invalid_plan", "events must be a list of at most 5,000");
    }
    Map<String, PlannedEvent> events = new LinkedHashMap<>();
    for (EventRequest one : request.events()) {
      PlannedEvent event = event(one);
      if (events.put(event.event(), event) != null) {
        throw Problem.unprocessable(
            "repeated_event", "event '" + event.event() + "' stands there twice");
      }
    }
    return List.copyOf(events.values());
  }

  private static PlannedEvent event(@Nullable EventRequest request) {
    if (request == null) {
      throw Problem.unprocessable("invalid_event", "events must hold objects, not null");
    }
    try {
      return new PlannedEvent(
          Objects.requireNonNullElse(request.event(), ""),
          Objects.requireNonNullElse(request.planned(), true),
          Objects.requireNonNullElse(request.coreFeature(), false),
          request.module());
    } catch (IllegalArgumentException refused) {
      throw Problem.unprocessable("invalid_event", String.valueOf(refused.getMessage()));
    }
  }
}
