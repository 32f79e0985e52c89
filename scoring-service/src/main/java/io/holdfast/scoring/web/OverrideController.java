package io.holdfast.scoring.web;

import io.holdfast.scoring.rescoring.OverrideScore;
import io.holdfast.scoring.rescoring.OverrideScore.Change;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.tenancy.AuditNotes;
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
import java.time.LocalDate;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/accounts/{accountId}/health/override")
@Tag(name = "Health")
class OverrideController {

  private final TenantTransactions tenants;
  private final Rulebook rulebook;
  private final OverrideScore overrides;
  private final Edits edits;
  private final Moments moments;

  OverrideController(
      TenantTransactions tenants,
      Rulebook rulebook,
      OverrideScore overrides,
      Edits edits,
      Moments moments) {
    this.tenants = tenants;
    this.rulebook = rulebook;
    this.overrides = overrides;
    this.edits = edits;
    this.moments = moments;
  }

  @GetMapping
  @RequiresScope("health:read")
  @Editable
  @Operation(summary = "The override of the score that holds now")
  @ApiResponse(responseCode = "200", description = "The override")
  @ApiResponse(responseCode = "404", description = "The score is not overridden")
  Mono<ResponseEntity<OverrideView>> one(
      @Parameter(hidden = true) Principal principal, @PathVariable String accountId) {
    return seen(principal, accountId, () -> view(principal.tenant(), accountId))
        .map(edits::tagged)
        .switchIfEmpty(Mono.error(() -> none(accountId)));
  }

  @PutMapping
  @RequiresScope("health:write")
  @Operation(
      summary = "Put a judgement of your own in the place of the computed score",
      description =
          "Holds from now to the end of `expiresOn`, or until another one or none takes its place;"
              + " the account is judged at once. What the signals give stays shown beside it, and"
              + " every past instant keeps the score it had.")
  @ApiResponse(responseCode = "200", description = "The override")
  @ApiResponse(responseCode = "409", description = "The account has left")
  @ApiResponse(responseCode = "422", description = "Score, reason or expiry is wrong")
  Mono<ResponseEntity<OverrideView>> set(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @PathVariable String accountId,
      @RequestBody OverrideRequest request) {
    TenantId tenant = principal.tenant();
    return seen(
            principal,
            accountId,
            () ->
                edit(
                    terms,
                    tenant,
                    accountId,
                    () ->
                        today(tenant)
                            .map(today -> request.wish(today, principal.subject()))
                            .flatMap(wish -> overrides.set(tenant, accountId, wish))
                            .doOnNext(change -> refuseIfGone(change, accountId))
                            .flatMap(
                                change ->
                                    noted(change).then(Mono.defer(() -> view(tenant, accountId))))))
        .map(edits::tagged)
        .switchIfEmpty(Mono.error(() -> AccountController.unknown(accountId)));
  }

  @DeleteMapping
  @RequiresScope("health:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Take the override back",
      description = "The score is the computed one again, at once.")
  @ApiResponse(responseCode = "204", description = "No override holds any more")
  @ApiResponse(responseCode = "404", description = "The score is not overridden")
  Mono<Void> withdraw(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @PathVariable String accountId) {
    TenantId tenant = principal.tenant();
    return seen(
            principal,
            accountId,
            () ->
                edit(
                    terms,
                    tenant,
                    accountId,
                    () ->
                        overrides
                            .withdraw(tenant, accountId)
                            .filter(change -> change.ended().isPresent())
                            .flatMap(change -> noted(change).thenReturn(change))))
        .switchIfEmpty(Mono.error(() -> none(accountId)))
        .then();
  }

  private <T> Mono<T> edit(
      Conditions terms, TenantId tenant, String accountId, Supplier<Mono<T>> change) {
    return edits.edit(terms, "override/" + accountId, () -> view(tenant, accountId), change);
  }

  private Mono<OverrideView> view(TenantId tenant, String accountId) {
    return overrides.held(tenant, accountId).map(OverrideView::of);
  }

  private Mono<LocalDate> today(TenantId tenant) {
    return rulebook
        .inForce(tenant, moments.now())
        .map(rules -> rules.calendar().day(moments.now()));
  }

  private static void refuseIfGone(Change change, String accountId) {
    if (change.made().isEmpty()) {
      throw Problem.conflict(
          "account_left", "'%s' has left; its score stays as it was then".formatted(accountId));
    }
  }

  private static Mono<Void> noted(Change change) {
    return AuditNotes.changed(
        "score",
        change.ended().map(one -> one.score()).orElse(null),
        change.made().map(one -> one.score()).orElse(null));
  }

  private <T> Mono<T> seen(Principal principal, String accountId, Supplier<Mono<T>> answer) {
    return principal.maySee(accountId) ? tenants.run(principal.tenant(), answer) : Mono.empty();
  }

  private static Problem none(String accountId) {
    return Problem.notFound(
        "no_override", "The score of '%s' is not overridden".formatted(accountId));
  }
}
