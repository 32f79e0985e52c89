package io.holdfast.scoring.web;

import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.scoring.trying.AskForBacktest;
import io.holdfast.scoring.trying.AskForBacktest.Wish;
import io.holdfast.scoring.trying.Backtest;
import io.holdfast.scoring.trying.Backtests;
import io.holdfast.tenancy.AuditNotes;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery.Position;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/scoring-models/{modelId}/backtests")
@Tag(name = "Backtests", description = "Scoring models tried on the tenant's own history")
class BacktestController {

  private static final Duration A_WHILE = Duration.ofSeconds(30);

  private final TenantTransactions tenants;
  private final KnownModels known;
  private final Rulebook rulebook;
  private final Backtests backtests;
  private final AskForBacktest ask;
  private final Edits edits;
  private final Moments moments;

  BacktestController(
      TenantTransactions tenants,
      KnownModels known,
      Rulebook rulebook,
      Backtests backtests,
      AskForBacktest ask,
      Edits edits,
      Moments moments) {
    this.tenants = tenants;
    this.known = known;
    this.rulebook = rulebook;
    this.backtests = backtests;
    this.ask = ask;
    this.edits = edits;
    this.moments = moments;
  }

  @PostMapping
  @RequiresScope("models:write")
  @Operation(
      summary = "Try a model or draft on the tenant's history",
      description =
          "At the end of each week every account is scored by what was known then, and compared"
              + " with whether it left within the horizon. One backtest of a tenant runs at a time;"
              + " read its progress and report at `Location`. A report is reproducible: it keeps"
              + " the model, the settings, the knowledge and the seed it was made with.")
  @ApiResponse(responseCode = "202", description = "It is queued, or runs")
  @ApiResponse(responseCode = "404", description = "There is no such model")
  @ApiResponse(responseCode = "409", description = "Ten are queued or running already")
  @ApiResponse(responseCode = "422", description = "The window, or another setting, is wrong")
  Mono<ResponseEntity<BacktestView>> begin(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String modelId,
      @RequestBody(required = false) @Nullable BacktestRequest body) {
    TenantId tenant = principal.wholeTenant();
    BacktestRequest request = Objects.requireNonNullElse(body, BacktestRequest.USUAL);
    UUID other = request.again();
    return tenants.run(
        tenant,
        () ->
            (other == null
                    ? asked(tenant, modelId, request, principal.subject())
                    : find(tenant, modelId, other)
                        .flatMap(found -> ask.again(tenant, found, principal.subject()))
                        .switchIfEmpty(Mono.error(BacktestController::tooMany)))
                .flatMap(backtest -> AuditNotes.made(backtest.id()).thenReturn(backtest))
                .map(BacktestController::accepted));
  }

  private Mono<Backtest> asked(
      TenantId tenant, String modelId, BacktestRequest request, String subject) {
    return known
        .find(tenant, modelId)
        .switchIfEmpty(Mono.error(() -> KnownModels.unknown(modelId)))
        .flatMap(
            model ->
                today(tenant)
                    .map(
                        today ->
                            new Wish(
                                modelId,
                                model.model(),
                                request.plan(today),
                                request.segments(),
                                subject)))
        .flatMap(
            wish -> ask.ask(tenant, wish).switchIfEmpty(Mono.error(BacktestController::tooMany)));
  }

  private Mono<LocalDate> today(TenantId tenant) {
    return rulebook
        .inForce(tenant, moments.now())
        .map(rules -> rules.calendar().day(moments.now()));
  }

  private static ResponseEntity<BacktestView> accepted(Backtest backtest) {
    return ResponseEntity.accepted()
        .location(
            URI.create(
                "/api/v1/scoring-models/%s/backtests/%s"
                    .formatted(backtest.model(), backtest.id())))
        .body(BacktestView.of(backtest));
  }

  @GetMapping
  @RequiresScope("models:read")
  @Operation(
      summary = "The backtests of a model or draft, newest first",
      description = "Without their reports. A draft's stay when it is published or discarded.")
  @Parameter(name = "limit", description = "1 to 200, default 50")
  @Parameter(name = "cursor", description = "`next` of the page before")
  @Parameter(name = "sort", description = "`-askedAt` or `askedAt`")
  Mono<Page<BacktestView>> all(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String modelId,
      @Parameter(hidden = true) ListQuery query) {
    TenantId tenant = principal.wholeTenant();
    return tenants.run(
        tenant,
        () ->
            backtests
                .all(tenant, modelId)
                .map(BacktestView::inList)
                .collectList()
                .flatMap(
                    items ->
                        items.isEmpty()
                            ? known
                                .find(tenant, modelId)
                                .switchIfEmpty(Mono.error(() -> KnownModels.unknown(modelId)))
                                .thenReturn(items)
                            : Mono.just(items))
                .map(
                    items ->
                        Excerpt.of(
                            items,
                            query,
                            "-askedAt",
                            one ->
                                new Position(
                                    one.askedAt().toString(), one.backtestId().toString()))));
  }

  @GetMapping("/{backtestId}")
  @RequiresScope("models:read")
  @Editable
  @Operation(summary = "How far a backtest has come, and its report")
  Mono<ResponseEntity<BacktestView>> one(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String modelId,
      @PathVariable UUID backtestId) {
    TenantId tenant = principal.wholeTenant();
    return tenants
        .run(tenant, () -> find(tenant, modelId, backtestId))
        .map(found -> edits.tagged(BacktestView.of(found), content(found)));
  }

  @DeleteMapping("/{backtestId}")
  @RequiresScope("models:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Cancel a backtest, or discard its report",
      description = "One that runs stops within seconds. How far it has come is no change of it.")
  @ApiResponse(responseCode = "204", description = "It is gone")
  Mono<Void> discard(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @PathVariable String modelId,
      @PathVariable UUID backtestId) {
    TenantId tenant = principal.wholeTenant();
    return tenants.run(
        tenant,
        () ->
            edits
                .edit(
                    terms,
                    "backtest/" + backtestId,
                    () -> backtests.find(tenant, modelId, backtestId).map(one -> content(one)),
                    () ->
                        find(tenant, modelId, backtestId)
                            .flatMap(
                                found -> backtests.discard(tenant, found.id()).thenReturn(found)))
                .then());
  }

  /** What of a backtest never changes. */
  private static UUID content(Backtest backtest) {
    return backtest.id();
  }

  private Mono<Backtest> find(TenantId tenant, String modelId, UUID id) {
    return backtests
        .find(tenant, modelId, id)
        .switchIfEmpty(
            Mono.error(
                () ->
                    Problem.notFound(
                        "unknown_backtest",
                        "There is no backtest '%s' of '%s' in this tenant"
                            .formatted(id, modelId))));
  }

  private static Problem tooMany() {
    return Problem.conflict(
        "too_many_backtests",
        "%d backtests are queued or running; wait for one, or cancel one"
            .formatted(AskForBacktest.MOST_OPEN),
        A_WHILE);
  }
}
