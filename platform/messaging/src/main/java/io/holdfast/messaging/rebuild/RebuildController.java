package io.holdfast.messaging.rebuild;

import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/rebuilds/${holdfast.database.service}")
@Tag(name = "Rebuilds", description = "Projections made anew from the archive")
class RebuildController {
  private final BeginRebuild begin;
  private final Rebuilds rebuilds;
  private final TenantTransactions transactions;

  RebuildController(BeginRebuild begin, Rebuilds rebuilds, TenantTransactions transactions) {
    this.begin = begin;
    this.rebuilds = rebuilds;
    this.transactions = transactions;
  }

  @Schema(name = "Rebuild")
  record RebuildView(
      @Schema(
              allowableValues = {"never", "rebuilding", "finished"},
              description = "finished: the last one is, and none is under way")
          String state,
      @Schema(description = "Rises with every rebuild") int generation,
      @Schema(description = "Messages fed from the archive; absent while not all are")
          @Nullable Long fed,
      @Schema(description = "Of these, how many have been dealt with") long handled,
      @Nullable Instant askedAt,
      @Nullable String askedBy,
      @Nullable Instant finishedAt) {

    static RebuildView of(Rebuild rebuild) {
      String state =
          rebuild.rebuilding() ? "rebuilding" : rebuild.askedAt() == null ? "never" : "finished";
      return new RebuildView(
          state,
          rebuild.generation(),
          rebuild.fed(),
          rebuild.handled(),
          rebuild.askedAt(),
          rebuild.askedBy(),
          rebuild.finishedAt());
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @RequiresScope("pipeline:write")
  @Operation(
      operationId = "rebuild",
      summary = "Make this service's projections of the tenant anew",
      description =
          """
          Works out anew what is worked out from messages: the archive is told again. What was decided and sent stays, and \
          nothing of the past is announced. Until it is finished reads show what has been told so far, or, where news \
          cannot wait, what was known before; nothing is judged by half of it, and live messages are taken all the while. \
          Then the present is judged once.\
          """)
  @ApiResponse(responseCode = "202", description = "It has begun")
  @ApiResponse(responseCode = "409", description = "One is under way (`rebuild_under_way`)")
  Mono<RebuildView> rebuild(@Parameter(hidden = true) Principal principal) {
    return begin.of(wholeTenant(principal)).map(RebuildView::of);
  }

  @GetMapping
  @RequiresScope("pipeline:read")
  @Operation(operationId = "rebuildProgress", summary = "How far the rebuild is")
  Mono<RebuildView> progress(@Parameter(hidden = true) Principal principal) {
    return transactions
        .run(
            wholeTenant(principal).tenant(),
            () ->
                rebuilds
                    .find(principal.tenant())
                    .defaultIfEmpty(new Rebuild(1, false, null, 0, null, null, null)))
        .map(RebuildView::of);
  }

  private static Principal wholeTenant(Principal principal) {
    if (principal.accounts().isPresent()) {
      throw Problem.forbidden(
          "accounts_restricted", "A rebuild concerns all accounts, of which you may see some.");
    }
    return principal;
  }
}
