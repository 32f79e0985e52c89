package io.holdfast.ingestion.quarantine;

import io.holdfast.ingestion.archive.HeldEntries;
import io.holdfast.ingestion.archive.HeldFilter;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.ingestion.requests.AfterId;
import io.holdfast.ingestion.requests.Listed;
import io.holdfast.ingestion.requests.WholeTenant;
import io.holdfast.tenancy.Audit;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/quarantine")
@Tag(name = "Quarantine", description = "What came and cannot enter yet")
class QuarantineController {
  private final HeldEntries held;
  private final ReleaseHeld release;
  private final Audit audit;
  private final TenantTransactions transactions;

  QuarantineController(
      HeldEntries held, ReleaseHeld release, Audit audit, TenantTransactions transactions) {
    this.held = held;
    this.release = release;
    this.audit = audit;
    this.transactions = transactions;
  }

  record ReplayedView(
      UUID id, @Schema(allowableValues = {"accepted", "duplicate", "waiting"}) String state) {}

  @GetMapping
  @RequiresScope("sources:read")
  @Operation(
      summary = "What waits",
      description =
          """
          Oldest first. What waits for an account enters by itself when the account appears; what claims to have happened \
          later than now enters by replay. What claims to have happened before 2000 stays, to be seen. \
          Without the scope personal:read, details that quote what came and ids that hold an address are not shown.\
          """)
  @Listed
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              allowableValues = {"heldAt", "-heldAt"},
              defaultValue = "heldAt"))
  @Parameter(
      name = "reason",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              allowableValues = {
                "unknown_account",
                "no_account",
                "future_timestamp",
                "implausible_time",
                "unreadable_object",
                "unmapped"
              }))
  @Parameter(
      name = "source",
      in = ParameterIn.QUERY,
      description = "A source's id, import, api or cloudevents")
  @Parameter(name = "kind", in = ParameterIn.QUERY, description = "A kind of import")
  @Parameter(name = "importId", in = ParameterIn.QUERY, description = "The import it came with")
  @Parameter(name = "awaits", in = ParameterIn.QUERY, description = "Like account:acme")
  @Parameter(name = "from", in = ParameterIn.QUERY, description = "Held at this time or later")
  @Parameter(name = "to", in = ParameterIn.QUERY, description = "Held before this time")
  Mono<Page<HeldView>> list(
      @Parameter(hidden = true) Principal principal, @Parameter(hidden = true) ListQuery query) {
    PageQuery page = query.page("heldAt", List.of("heldAt"));
    UUID after = AfterId.of(page);
    HeldFilter filter = HeldQuery.read(query.parameters());
    return transactions
        .run(
            WholeTenant.of(principal),
            () ->
                held.list(filter, after, page.descending(), page.limit() + 1)
                    .map(waits -> HeldView.of(waits, principal))
                    .collectList()
                    .flatMap(found -> seen(principal, found).thenReturn(found)))
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
      description = "It goes on waiting, under the same id, when its reason still holds.")
  Mono<ReplayedView> replay(@Parameter(hidden = true) Principal principal, @PathVariable UUID id) {
    return transactions
        .run(WholeTenant.of(principal), () -> release.replay(principal.tenant(), id))
        .map(verdict -> new ReplayedView(id, code(verdict)))
        .switchIfEmpty(
            Mono.error(
                () -> Problem.notFound("unknown_entry", "nothing waits under the id " + id)));
  }

  /** Details quote what came, and ids may be addresses. */
  private Mono<Void> seen(Principal principal, List<HeldView> found) {
    return principal.maySeePersonalData()
        ? audit.seen(
            principal, "quarantine", null, found.stream().filter(HeldView::isPersonal).count())
        : Mono.empty();
  }

  private static String code(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
