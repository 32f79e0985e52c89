package io.holdfast.notification.web;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertChange;
import io.holdfast.notification.alert.Verdict;
import io.holdfast.notification.listing.AlertList;
import io.holdfast.notification.listing.AlertList.Filter;
import io.holdfast.notification.responding.CloseAlert;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/alerts")
@Tag(
    name = "Alerts",
    description = "What needs a person now: one open alert of each kind an account")
class AlertController {

  private static final Set<String> STATES = Set.of("open", "acknowledged", "closed");
  private static final Set<String> KINDS = Set.of("voluntary", "involuntary");

  private final AlertList alerts;
  private final CloseAlert close;
  private final TenantTransactions transactions;

  AlertController(AlertList alerts, CloseAlert close, TenantTransactions transactions) {
    this.alerts = alerts;
    this.close = close;
    this.transactions = transactions;
  }

  @Schema(name = "CloseAlert")
  record CloseRequest(
      @Schema(
              allowableValues = {"true", "false", "too_late"},
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String verdict) {}

  @GetMapping
  @RequiresScope("alerts:read")
  @Paged
  @Operation(
      summary = "List alerts",
      description = "Newest first unless asked otherwise. Sort keys: `at`, `account`.")
  Mono<Page<AlertView>> list(
      Principal principal,
      @Parameter(hidden = true) ListQuery query,
      @Parameter(schema = @Schema(allowableValues = {"open", "acknowledged", "closed"}))
          @RequestParam(required = false)
          @Nullable String state,
      @Parameter(schema = @Schema(allowableValues = {"voluntary", "involuntary"}))
          @RequestParam(required = false)
          @Nullable String kind,
      @Parameter(description = "The tenant's own account_id") @RequestParam(required = false)
          @Nullable String account) {
    Filter filter =
        new Filter(
            Words.oneOf("state", state, STATES),
            Words.oneOf("kind", kind, KINDS),
            Words.plain("account", account),
            principal.accounts());
    return transactions
        .run(principal.tenant(), () -> alerts.page(query.page("-at", AlertList.SORTINGS), filter))
        .map(Pages.of(AlertView::of));
  }

  @GetMapping("/{id}")
  @RequiresScope("alerts:read")
  @Operation(summary = "One alert")
  Mono<AlertView> one(Principal principal, @PathVariable String id) {
    return transactions
        .run(principal.tenant(), () -> alerts.byId(Ids.inPath("alert", id), principal.accounts()))
        .map(AlertView::of)
        .switchIfEmpty(Mono.error(() -> Ids.missing("alert", id)));
  }

  @PostMapping("/{id}/acknowledge")
  @RequiresScope("alerts:write")
  @Operation(summary = "Say that somebody looks after it")
  Mono<AlertView> acknowledge(Principal principal, @PathVariable String id) {
    UUID alert = Ids.inPath("alert", id);
    return change(principal, alert, () -> close.acknowledged(alert));
  }

  @PostMapping("/{id}/close")
  @RequiresScope("alerts:write")
  @Operation(
      summary = "Close it with a verdict",
      description =
          "`true`: the warning was right; `false`: it was not; `too_late`: right, but too late to"
              + " act.")
  Mono<AlertView> close(
      Principal principal, @PathVariable String id, @RequestBody CloseRequest request) {
    UUID alert = Ids.inPath("alert", id);
    Verdict verdict =
        Verdict.of(request.verdict() == null ? "" : request.verdict())
            .orElseThrow(
                () ->
                    Field.wrong(
                        "invalid_verdict",
                        "verdict",
                        "'verdict' must be one of true, false, too_late"));
    return change(principal, alert, () -> close.judged(principal.tenant(), alert, verdict));
  }

  private Mono<AlertView> change(Principal principal, UUID id, Supplier<Mono<AlertChange>> change) {
    return transactions
        .run(
            principal.tenant(),
            () ->
                alerts
                    .byId(id, principal.accounts())
                    .flatMap(_ -> change.get())
                    .map(AlertController::allowed)
                    .flatMap(_ -> alerts.byId(id, principal.accounts())))
        .map(AlertView::of)
        .switchIfEmpty(Mono.error(() -> Ids.missing("alert", id.toString())));
  }

  private static Alert allowed(AlertChange change) {
    return switch (change) {
      case AlertChange.AlreadyClosed closed ->
          throw Problem.conflict(
              "alert_closed",
              "The alert was closed at "
                  + closed.alert().closedAt()
                  + " and stays as it was closed");
      case AlertChange.Opened _,
          AlertChange.Worsened _,
          AlertChange.Repeated _,
          AlertChange.Eased _,
          AlertChange.Acknowledged _,
          AlertChange.Closed _ ->
          change.alert();
    };
  }
}
