package io.holdfast.messaging.deadletter;

import io.holdfast.tenancy.Audit;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.SeveralTransactions;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/dead-letters/${holdfast.database.service}")
@Tag(name = "Dead letters", description = "Messages that could not be dealt with")
class DeadLettersController {
  private static final String BODY_SCOPE = "personal:read";

  private final StoredLetters letters;
  private final ReplayLetters replay;
  private final DiscardLetter discard;
  private final Audit audit;
  private final TenantTransactions transactions;
  private final JsonMapper json;

  DeadLettersController(
      StoredLetters letters,
      ReplayLetters replay,
      DiscardLetter discard,
      Audit audit,
      TenantTransactions transactions,
      JsonMapper json) {
    this.letters = letters;
    this.replay = replay;
    this.discard = discard;
    this.audit = audit;
    this.transactions = transactions;
    this.json = json;
  }

  record DiscardRequest(@Nullable String reason) {}

  record OutcomeView(
      UUID id, boolean replayed, @Nullable String problem, @Nullable String detail) {}

  record ReportView(int replayed, int failed, long remaining, List<OutcomeView> letters) {
    static ReportView of(ReplayLetters.Report report) {
      List<OutcomeView> tried =
          report.tried().stream()
              .map(
                  one ->
                      one.replayed()
                          ? new OutcomeView(one.id(), true, null, null)
                          : new OutcomeView(one.id(), false, one.problem(), one.detail()))
              .toList();
      int replayed = (int) tried.stream().filter(OutcomeView::replayed).count();
      return new ReportView(replayed, tried.size() - replayed, report.remaining(), tried);
    }
  }

  @GetMapping
  @RequiresScope("pipeline:read")
  @Operation(
      operationId = "deadLetters",
      summary = "What this service could not deal with",
      description =
          """
          Latest first. A message that fails by itself three times is set aside here with its error, so that its \
          neighbours pass. Who may see some accounts only finds letters about these.\
          """)
  @FiltersLetters
  @PagesLetters
  Mono<Page<LetterView>> list(
      @Parameter(hidden = true) Principal principal, @Parameter(hidden = true) ListQuery query) {
    PageQuery page = query.page("-failedAt", List.of("failedAt"));
    LetterFilter filter = LetterFilter.of(principal, query.parameters());
    StoredLetters.Seen after = page.after().map(DeadLettersController::seen).orElse(null);
    return transactions
        .run(
            principal.tenant(),
            () ->
                letters
                    .list(filter, after, page.descending(), page.limit() + 1)
                    .map(LetterView::of)
                    .collectList())
        .map(
            found ->
                page.page(
                    found,
                    view ->
                        new PageQuery.Position(view.failedAt().toString(), view.id().toString())));
  }

  @GetMapping("/{id}")
  @RequiresScope("pipeline:read")
  @Operation(
      operationId = "deadLetter",
      summary = "One with its headers and its body",
      description =
          "A body may hold personal data: without the scope `personal:read` it is withheld, and"
              + " `bodyIs` says so.")
  Mono<LetterView.InFull> detail(
      @Parameter(hidden = true) Principal principal, @PathVariable UUID id) {
    return transactions
        .run(
            principal.tenant(),
            () ->
                letters
                    .find(LetterFilter.of(principal), id)
                    .flatMap(found -> seen(principal, id).thenReturn(found)))
        .switchIfEmpty(Mono.error(() -> ReplayLetters.unknown(id)))
        .map(found -> LetterView.InFull.of(found, principal.may(BODY_SCOPE), json));
  }

  /** A body may hold personal data. */
  private Mono<Void> seen(Principal principal, UUID id) {
    return principal.may(BODY_SCOPE)
        ? audit.seen(principal, "dead-letters", id.toString(), 1)
        : Mono.empty();
  }

  @PostMapping("/{id}/replay")
  @SeveralTransactions // that it failed again is kept, though its effect is taken back
  @RequiresScope("pipeline:write")
  @Operation(
      operationId = "replayDeadLetter",
      summary = "Try one again",
      description =
          "Its consumer handles it in one transaction with the end of the letter, so it has its"
              + " effect once. When it fails again it stays, with the new error.")
  @ApiResponse(responseCode = "200", description = "It had its effect")
  @ApiResponse(responseCode = "409", description = "It waits no more (`not_waiting`)")
  @ApiResponse(responseCode = "422", description = "It failed again (`replay_failed`)")
  Mono<LetterView> replay(@Parameter(hidden = true) Principal principal, @PathVariable UUID id) {
    return replay.one(principal, id).then(Mono.defer(() -> view(principal, id)));
  }

  @PostMapping("/replay")
  @SeveralTransactions // one a letter
  @RequiresScope("pipeline:write")
  @Operation(
      operationId = "replayDeadLetters",
      summary = "Try all again that a filter finds",
      description =
          """
          At most 500 letters or 20 seconds a call, those tried longest ago first, each in a transaction of its own; one \
          that fails stays and holds up none. `remaining` is how many more wait that this call did not try: \
          call again until it is 0.\
          """)
  @FiltersLetters
  Mono<ReportView> replayAll(
      @Parameter(hidden = true) Principal principal,
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    return replay.all(principal, LetterFilter.of(principal, query)).map(ReportView::of);
  }

  @PostMapping("/{id}/discard")
  @RequiresScope("pipeline:write")
  @Operation(
      operationId = "discardDeadLetter",
      summary = "Give one up, with a reason",
      description = "It is kept and found among the discarded; it has no effect ever.")
  @ApiResponse(responseCode = "200", description = "It is discarded")
  @ApiResponse(responseCode = "409", description = "It waits no more (`not_waiting`)")
  Mono<LetterView> discard(
      @Parameter(hidden = true) Principal principal,
      @PathVariable UUID id,
      @RequestBody DiscardRequest request) {
    return discard.of(principal, id, request.reason()).then(Mono.defer(() -> view(principal, id)));
  }

  private Mono<LetterView> view(Principal principal, UUID id) {
    return transactions
        .run(principal.tenant(), () -> letters.find(LetterFilter.of(principal), id))
        .map(found -> LetterView.of(found.letter()));
  }

  private static StoredLetters.Seen seen(PageQuery.Position position) {
    try {
      return new StoredLetters.Seen(Instant.parse(position.key()), UUID.fromString(position.id()));
    } catch (DateTimeParseException | IllegalArgumentException _) {
      throw Problem.badRequest(
          "invalid_cursor", "'cursor' does not belong to this list; leave it out to start again");
    }
  }
}
