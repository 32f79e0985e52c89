package io.holdfast.ingestion.quarantine;

import io.holdfast.ingestion.archive.HeldFilter;
import io.holdfast.ingestion.archive.HeldTally;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.ingestion.requests.WholeTenant;
import io.holdfast.tenancy.AuditNotes;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/quarantine")
@Tag(name = "Quarantine")
class QuarantineBulkController {
  private static final int MOST = 1_000;
  private static final int DAYS = 90;

  private final ManyHeld many;
  private final HeldTally tally;
  private final TenantTransactions transactions;

  QuarantineBulkController(ManyHeld many, HeldTally tally, TenantTransactions transactions) {
    this.many = many;
    this.tally = tally;
    this.transactions = transactions;
  }

  @Schema(name = "QuarantineFilter", description = "All of them have to fit; absent ones fit all")
  record FilterRequest(
      @Nullable String reason,
      @Schema(description = "A source's id, import, api or cloudevents") @Nullable String source,
      @Schema(description = "A kind of import") @Nullable String kind,
      @Nullable String importId,
      @Schema(example = "account:acme") @Nullable String awaits,
      @Schema(description = "Held at this time or later") @Nullable String from,
      @Schema(description = "Held before this time") @Nullable String to,
      @Schema(minimum = "1", maximum = "1000", defaultValue = "1000") @Nullable Integer limit,
      @Schema(description = "To go on with: next of the answer before") @Nullable UUID after) {

    HeldFilter filter() {
      Map<String, String> query = new HashMap<>();
      put(query, "reason", reason);
      put(query, "source", source);
      put(query, "kind", kind);
      put(query, "importId", importId);
      put(query, "awaits", awaits);
      put(query, "from", from);
      put(query, "to", to);
      return HeldQuery.read(query);
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
      if (value != null) {
        query.put(name, value);
      }
    }

    int most() {
      int wanted = Objects.requireNonNullElse(limit, MOST);
      if (wanted < 1 || wanted > MOST) {
        throw Problem.badRequest("invalid_limit", "limit must be a number from 1 to 1,000");
      }
      return wanted;
    }
  }

  record ManyReplayedView(
      long taken,
      long accepted,
      long duplicate,
      long waiting,
      @Schema(description = "Absent at the end") @Nullable UUID next) {}

  record DiscardedView(
      long discarded, @Schema(description = "Whether more may fit") boolean more) {}

  record SummaryView(List<HeldTally.Waiting> waiting, List<HeldTally.Left> left) {}

  @GetMapping("/summary")
  @RequiresScope("sources:read")
  @Operation(
      summary = "How much waits, and how much was given up",
      description =
          "By reason; left counts what was discarded or expired, by day, of the last 90 days there"
              + " were any.")
  Mono<SummaryView> summary(@Parameter(hidden = true) Principal principal) {
    return transactions.run(
        WholeTenant.of(principal),
        () ->
            tally
                .waiting()
                .collectList()
                .flatMap(
                    waiting ->
                        tally
                            .left(DAYS)
                            .collectList()
                            .map(left -> new SummaryView(waiting, left))));
  }

  @PostMapping("/replay")
  @RequiresScope("sources:write")
  @Operation(
      summary = "Try many again",
      description =
          """
          Oldest first, at most 1,000 at a time, in one transaction. Those whose reason still holds go on waiting under \
          their ids. While next is there, send the same with it as after.\
          """)
  Mono<ManyReplayedView> replay(
      @Parameter(hidden = true) Principal principal, @RequestBody FilterRequest request) {
    HeldFilter filter = request.filter();
    int most = request.most();
    return transactions
        .run(
            WholeTenant.of(principal),
            () ->
                many.replay(principal.tenant(), filter, request.after(), most)
                    .flatMap(done -> noted("replayed", done.taken()).thenReturn(done)))
        .map(
            replayed ->
                new ManyReplayedView(
                    replayed.taken(),
                    replayed.of(Verdict.ACCEPTED),
                    replayed.of(Verdict.DUPLICATE),
                    replayed.of(Verdict.WAITING),
                    replayed.taken() == most ? replayed.last() : null));
  }

  @PostMapping("/discard")
  @RequiresScope("sources:write")
  @Operation(
      summary = "Give many up",
      description =
          "Oldest first, at most 1,000 at a time. They are gone and stay counted in the summary;"
              + " lines of an import count as rejected.")
  Mono<DiscardedView> discard(
      @Parameter(hidden = true) Principal principal, @RequestBody FilterRequest request) {
    HeldFilter filter = request.filter();
    int most = request.most();
    return transactions
        .run(
            WholeTenant.of(principal),
            () ->
                many.discard(filter, most)
                    .flatMap(gone -> noted("discarded", gone).thenReturn(gone)))
        .map(gone -> new DiscardedView(gone, gone == most));
  }

  /** How many stands in the audit log, too. */
  private static Mono<Void> noted(String what, long many) {
    return AuditNotes.changed(what, 0L, many);
  }

  @PostMapping("/{id}/discard")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RequiresScope("sources:write")
  @Operation(summary = "Give one up", description = "It is gone and stays counted in the summary.")
  Mono<Void> discard(@Parameter(hidden = true) Principal principal, @PathVariable UUID id) {
    return transactions
        .run(WholeTenant.of(principal), () -> many.discard(id))
        .flatMap(
            gone ->
                gone
                    ? Mono.empty()
                    : Mono.error(
                        Problem.notFound("unknown_entry", "nothing waits under the id " + id)));
  }
}
