package io.holdfast.scoring.web;

import io.holdfast.scoring.reporting.Happening;
import io.holdfast.scoring.reporting.ReportHealth;
import io.holdfast.scoring.reporting.TellTimeline;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.scoring.rescoring.Rules;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery.Position;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/accounts/{accountId}")
@RequiresScope("health:read")
@Tag(name = "Health")
class HealthController {

  private static final Duration SHOWN = Duration.ofDays(90);
  private static final Duration CHANGED = Duration.ofDays(30);
  private static final Duration LONGEST = Duration.ofDays(3 * 366);

  private final TenantTransactions tenants;
  private final Rulebook rulebook;
  private final ReportHealth reports;
  private final TellTimeline timeline;
  private final Moments moments;

  HealthController(
      TenantTransactions tenants,
      Rulebook rulebook,
      ReportHealth reports,
      TellTimeline timeline,
      Moments moments) {
    this.tenants = tenants;
    this.rulebook = rulebook;
    this.reports = reports;
    this.timeline = timeline;
    this.moments = moments;
  }

  @GetMapping("/health")
  @Operation(
      summary = "Score, band and their exact explanation",
      description =
          "Without parameters as last judged. `asOf` alone is as known now, `knownAt` alone is as"
              + " of that instant. An account that was not known yet is unknown, not missing."
              + " Scored by the model in force at `knownAt`, unless `model` names another published"
              + " one.")
  @ApiResponse(responseCode = "200", description = "Also when too little was known: unknown")
  @ApiResponse(responseCode = "422", description = "`model` names no published model")
  Mono<HealthView> health(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String accountId,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String knownAt,
      @RequestParam(required = false) @Nullable String model) {
    Optional<Instant> known = moments.upTo("knownAt", knownAt);
    Optional<Instant> of = moments.upTo("asOf", asOf).or(() -> known);
    boolean asJudged = of.isEmpty() && model == null;
    return ofKnown(
            principal,
            accountId,
            () ->
                asJudged
                    ? reports.now(principal.tenant(), accountId)
                    : rules(principal, known, model)
                        .flatMap(
                            rules ->
                                reports.asOf(
                                    principal.tenant(),
                                    accountId,
                                    of.orElse(moments.now()),
                                    known,
                                    rules)))
        .map(HealthView::of);
  }

  private Mono<Rules> rules(
      Principal principal, Optional<Instant> knownAt, @Nullable String model) {
    if (model == null) {
      return rulebook.inForce(principal.tenant(), knownAt.orElse(moments.now()));
    }
    return rulebook
        .named(principal.tenant(), model, moments.now())
        .switchIfEmpty(
            Mono.error(
                () ->
                    Problem.unprocessable(
                        "unknown_model",
                        "'model' is '%s', which is no published model; GET /api/v1/scoring-models lists them"
                            .formatted(model))));
  }

  @GetMapping("/health/change")
  @Operation(
      summary = "What made the score another one between two instants",
      description =
          "The parts' points sum to the change exactly. From 30 days ago to now, unless `from` and"
              + " `to` say otherwise. Both instants as known now, or at `knownAt`, by the model in"
              + " force then or `model`: the change is that of `health` with these parameters."
              + " With `known=then` it is the change of what was shown: each instant as known then,"
              + " by the model in force then, so that another model and what became known later are"
              + " parts of their own. Without a score at one of the instants `change` is null.")
  @ApiResponse(responseCode = "200", description = "Also when there was no score: change is null")
  @ApiResponse(responseCode = "422", description = "`model` names no published model")
  Mono<ChangeView> change(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String accountId,
      @Parameter(description = "A day means its end") @RequestParam(required = false)
          @Nullable String from,
      @Parameter(description = "A day means its end") @RequestParam(required = false)
          @Nullable String to,
      @RequestParam(required = false) @Nullable String knownAt,
      @Parameter(description = "`then`, without `knownAt` and `model`")
          @RequestParam(required = false)
          @Nullable String known,
      @RequestParam(required = false) @Nullable String model) {
    Instant last = moments.upTo("to", to).orElse(moments.now());
    Instant first = moments.upTo("from", from).orElse(last.minus(CHANGED));
    if (!first.isBefore(last)) {
      throw Problem.badRequest("invalid_range", "'from' must lie before 'to'");
    }
    Optional<Instant> knowing = moments.upTo("knownAt", knownAt);
    boolean asShown = isThen(known, knowing.isPresent() || model != null);
    TenantId tenant = principal.tenant();
    return ofKnown(
            principal,
            accountId,
            () ->
                asShown
                    ? rulebook
                        .inForce(tenant, first)
                        .flatMap(
                            then ->
                                rulebook
                                    .inForce(tenant, last)
                                    .flatMap(
                                        rules ->
                                            reports.changeShown(
                                                tenant, accountId, first, last, then, rules)))
                    : rules(principal, knowing, model)
                        .flatMap(
                            rules ->
                                reports.change(tenant, accountId, first, last, knowing, rules)))
        .map(found -> ChangeView.of(accountId, first, last, found));
  }

  private static boolean isThen(@Nullable String known, boolean otherwiseSaid) {
    if (known == null || known.isBlank()) {
      return false;
    }
    if (!known.equals("then")) {
      throw Problem.badRequest(
          "unknown_known", "'known' is '%s'; it can only be 'then'".formatted(known));
    }
    if (otherwiseSaid) {
      throw Problem.badRequest(
          "contradicting_known",
          "'known=then' says itself what was known and which model scores; leave out 'knownAt' and"
              + " 'model'");
    }
    return true;
  }

  @GetMapping("/health/history")
  @Operation(
      summary = "Score and band at the end of every day, as known now",
      description =
          "The last 90 days unless `from` and `to` (both inclusive) say otherwise; oldest first,"
              + " `sort=-at` for newest first.")
  @Parameter(name = "limit", description = "1 to 200, default 50")
  @Parameter(name = "cursor", description = "`next` of the page before")
  @Parameter(name = "sort", description = "`at` or `-at`")
  Mono<HistoryView> history(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String accountId,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @Parameter(hidden = true) ListQuery query) {
    Span span = span(from, to);
    return ofKnown(
            principal,
            accountId,
            () -> reports.history(principal.tenant(), accountId, span.from(), span.to()))
        .map(
            points ->
                Excerpt.of(
                    points, query, "at", point -> new Position(point.at().toString(), "day")))
        .map(page -> HistoryView.of(span.from(), span.to(), page));
  }

  @GetMapping("/events")
  @Operation(
      summary = "What happened: tickets, invoices, meetings, outcomes, band changes",
      description =
          "The last 90 days unless `from` and `to` (both inclusive) say otherwise; oldest first,"
              + " `sort=-at` for newest first.")
  @Parameter(name = "limit", description = "1 to 200, default 50")
  @Parameter(name = "cursor", description = "`next` of the page before")
  @Parameter(name = "sort", description = "`at` or `-at`")
  Mono<Page<Happening>> events(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String accountId,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @Parameter(hidden = true) ListQuery query) {
    Span span = span(from, to);
    return ofKnown(
            principal,
            accountId,
            () -> timeline.of(principal.tenant(), accountId, span.from(), span.to()))
        .map(
            items ->
                Excerpt.of(
                    items, query, "at", one -> new Position(one.at().toString(), one.title())));
  }

  private record Span(Instant from, Instant to) {}

  private Span span(@Nullable String from, @Nullable String to) {
    Instant last = moments.upTo("to", to).orElse(moments.now());
    Instant first = moments.from("from", from).orElse(last.minus(SHOWN));
    if (first.isAfter(last)) {
      throw Problem.badRequest("invalid_range", "'from' lies after 'to'");
    }
    if (first.isBefore(last.minus(LONGEST))) {
      throw Problem.badRequest("range_too_long", "At most three years are given at once");
    }
    return new Span(first, last);
  }

  private <T> Mono<T> ofKnown(Principal principal, String accountId, Supplier<Mono<T>> answer) {
    Mono<T> found =
        principal.maySee(accountId) ? tenants.run(principal.tenant(), answer) : Mono.empty();
    return found.switchIfEmpty(Mono.error(() -> AccountController.unknown(accountId)));
  }
}
