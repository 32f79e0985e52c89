package io.holdfast.ingestion.merging;

import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.identity.Accounts;
import io.holdfast.ingestion.requests.Listed;
import io.holdfast.ingestion.requests.WholeTenant;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
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
@RequestMapping("/api/v1/accounts/{accountId}/merges")
@Tag(name = "Merges", description = "Accounts that turned out to be another one")
class MergesController {
  private final MergeAccounts merge;
  private final AccountMerges merges;
  private final Accounts accounts;
  private final TenantTransactions transactions;
  private final Clock clock;

  MergesController(
      MergeAccounts merge,
      AccountMerges merges,
      Accounts accounts,
      TenantTransactions transactions,
      Clock clock) {
    this.merge = merge;
    this.merges = merges;
    this.accounts = accounts;
    this.transactions = transactions;
    this.clock = clock;
  }

  record MergeRequest(
      @Schema(minLength = 1, maxLength = 200, description = "The duplicate, which will be no more")
          @Nullable String from,
      @Schema(maxLength = 500, description = "For those who ask later; names no person")
          @Nullable String reason) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @RequiresScope("imports:write")
  @Operation(
      summary = "Merge an account into this one",
      description =
          """
          **It cannot be undone.** All that is known of the account `from`, and all that will be told of it, is this one's, \
          in every figure and of every time, as if it had always been one account. What was said of `from` and never of this \
          one (industry, owner, traits, ids in other systems) is taken over; where both say something this one's stays. Ids in \
          other systems of both lead here. `from` is listed no more, and whoever asks for it is answered 404 \
          `account_merged` with this one's id, by each service a moment after this answer. Nothing of the past is announced \
          again because of it. Not with a token that is limited to some accounts.\
          """)
  @ApiResponse(
      responseCode = "201",
      description = "They are one; the other services follow within moments")
  @ApiResponse(
      responseCode = "404",
      description =
          "This account is not known (`unknown_account`), or was itself merged (`account_merged`)",
      content = @Content)
  @ApiResponse(
      responseCode = "409",
      description =
          "One of the two was merged before (`account_merged`); `accountId` is the one it is now",
      content = @Content)
  @ApiResponse(
      responseCode = "422",
      description =
          "`from` is missing (`missing_from`), no id (`invalid_from`), this account"
              + " (`same_account`) or not known (`unknown_account`); `reason` is too long"
              + " (`invalid_reason`)",
      content = @Content)
  Mono<MergeView> merge(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String accountId,
      @RequestBody MergeRequest request) {
    String from = text("from", request.from(), 200);
    if (from == null) {
      throw Problem.unprocessable("missing_from", "from must name the account to be merged");
    }
    if (from.equals(accountId)) {
      throw Problem.unprocessable("same_account", "from: an account cannot be merged into itself");
    }
    MergeView wish =
        new MergeView(
            from,
            accountId,
            text("reason", request.reason(), 500),
            principal.subject(),
            clock.instant());
    return transactions.run(WholeTenant.of(principal), () -> merge.merge(principal.tenant(), wish));
  }

  private static @Nullable String text(String field, @Nullable String given, int most) {
    String text = given == null ? "" : given.strip();
    if (text.length() > most || !PlainText.isLine(text)) {
      throw Problem.unprocessable(
          "invalid_" + field, field + " may have " + most + " characters, in one line");
    }
    return text.isEmpty() ? null : text;
  }

  @GetMapping
  @RequiresScope("accounts:read")
  @Operation(
      summary = "The accounts merged into this one",
      description = "Sorted by from; those that were merged into one of them included.")
  @Listed
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              allowableValues = {"from", "-from"},
              defaultValue = "from"))
  Mono<Page<MergeView>> list(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String accountId,
      @Parameter(hidden = true) ListQuery query) {
    PageQuery page = query.page("from", List.of("from"));
    return transactions
        .run(
            principal.tenant(),
            () ->
                accounts
                    .known(accountId)
                    .filter(known -> known && principal.maySee(accountId))
                    .switchIfEmpty(
                        Mono.error(
                            () ->
                                Problem.notFound(
                                    "unknown_account", "there is no account '" + accountId + "'")))
                    .then(Mono.defer(() -> merges.of(accountId, page).collectList())))
        .map(found -> page.page(found, view -> new PageQuery.Position(view.from(), view.from())));
  }
}
