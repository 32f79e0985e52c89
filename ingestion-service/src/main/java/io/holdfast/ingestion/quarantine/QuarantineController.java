package io.holdfast.ingestion.quarantine;

import io.holdfast.ingestion.archive.HeldEntries;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.ingestion.tenants.WholeTenant;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/quarantine")
@Tag(name = "Quarantine", description = "What was understood but cannot enter yet")
class QuarantineController {
  private final HeldEntries held;
  private final ReleaseHeld release;
  private final TenantTransactions transactions;

  QuarantineController(HeldEntries held, ReleaseHeld release, TenantTransactions transactions) {
    this.held = held;
    this.release = release;
    this.transactions = transactions;
  }

  /** {@code state}: accepted, duplicate or waiting. */
  record ReplayedView(UUID id, String state) {}

  @GetMapping
  @RequiresScope("sources:read")
  @Operation(
      summary = "What waits",
      description =
          "Oldest first. Filters: reason (unknown_account, no_account, future_timestamp) and"
              + " source.")
  @Parameter(name = "limit", description = "1 to 200, default 50")
  @Parameter(name = "cursor", description = "next of the page before")
  @Parameter(name = "sort", description = "default heldAt")
  @Parameter(name = "reason", description = "unknown_account, no_account or future_timestamp")
  @Parameter(name = "source", description = "a source's id, import or api")
  Mono<Page<HeldView>> list(
      @Parameter(hidden = true) Principal principal,
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    PageQuery page = PageQuery.parse(query, "heldAt", List.of("heldAt"));
    return transactions
        .run(
            WholeTenant.of(principal),
            () ->
                held.list(
                        query.get("reason"),
                        query.get("source"),
                        page.after().map(position -> UUID.fromString(position.id())).orElse(null),
                        page.descending(),
                        page.limit() + 1)
                    .map(HeldView::of)
                    .collectList())
        .map(
            found ->
                page.page(
                    found,
                    view ->
                        new PageQuery.Position(view.heldAt().toString(), view.id().toString())));
  }

  @PostMapping("/{id}/replay")
  @RequiresScope("sources:write")
  @Operation(
      summary = "Try one again",
      description = "It goes back to waiting when its reason still holds.")
  Mono<ReplayedView> replay(@Parameter(hidden = true) Principal principal, @PathVariable UUID id) {
    return transactions
        .run(WholeTenant.of(principal), () -> release.replay(principal.tenant(), id))
        .map(verdict -> new ReplayedView(id, code(verdict)))
        .switchIfEmpty(
            Mono.error(
                () -> Problem.notFound("unknown_entry", "nothing waits under the id " + id)));
  }

  private static String code(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
