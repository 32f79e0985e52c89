package io.holdfast.scoring.web;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.fit.FitVerdict;
import io.holdfast.scoring.journey.CompetitorWatch;
import io.holdfast.scoring.journey.ExpansionReadiness;
import io.holdfast.scoring.journey.Segment;
import io.holdfast.scoring.journey.Stage;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.reporting.AccountSummary;
import io.holdfast.scoring.reporting.ListAccounts;
import io.holdfast.scoring.reporting.ListAccounts.Wanted;
import io.holdfast.scoring.reporting.ListAccounts.Way;
import io.holdfast.scoring.reporting.ReportHealth;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/accounts")
@RequiresScope("accounts:read")
@Tag(name = "Accounts")
class AccountController {

  private final TenantTransactions tenants;
  private final ListAccounts accounts;
  private final ReportHealth reports;

  AccountController(TenantTransactions tenants, ListAccounts accounts, ReportHealth reports) {
    this.tenants = tenants;
    this.accounts = accounts;
    this.reports = reports;
  }

  @GetMapping
  @Operation(
      summary = "Accounts with their standing",
      description =
          "Sorted by `name`, `score`, `mrr`, `revenueAtRisk` or `renewsOn`, with `-` for"
              + " descending; accounts without a value stand last either way. `churned` lists only"
              + " accounts that left (`true`) or have not (`false`). With `band`, accounts that"
              + " left are not listed.")
  @Parameter(name = "limit", description = "1 to 200, default 50")
  @Parameter(name = "cursor", description = "`next` of the page before")
  @Parameter(name = "sort", description = "default `name`")
  Mono<Page<AccountView>> list(
      @Parameter(hidden = true) Principal principal,
      @RequestParam(required = false) @Nullable String band,
      @RequestParam(required = false) @Nullable Boolean churned,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String q,
      @Parameter(description = "`onboarding`, `adoption`, `maturity` or `expansion`")
          @RequestParam(required = false)
          @Nullable String stage,
      @Parameter(description = "`protect`, `grow`, `nurture` or `monitor`")
          @RequestParam(required = false)
          @Nullable String segment,
      @Parameter(description = "`ready`, `not_yet` or `unknown`") @RequestParam(required = false)
          @Nullable String expansion,
      @Parameter(description = "`none`, `sighted` or `exposed`") @RequestParam(required = false)
          @Nullable String competitor,
      @RequestParam(required = false) @Nullable Boolean singleThreaded,
      @Parameter(description = "`good`, `fair`, `bad` or `unknown`") @RequestParam(required = false)
          @Nullable String fit,
      @Parameter(hidden = true) ListQuery query) {
    PageQuery page = query.page("name", ListAccounts.SORTINGS);
    Wanted wanted =
        new Wanted(
            band(band),
            churned,
            blankless(owner),
            blankless(q),
            new Way(
                one("stage", stage, Stage::of, Stage.values(), Stage::key),
                one("segment", segment, Segment::of, Segment.values(), Segment::key),
                one(
                    "expansion",
                    expansion,
                    ExpansionReadiness.State::of,
                    ExpansionReadiness.State.values(),
                    ExpansionReadiness.State::key),
                one(
                    "competitor",
                    competitor,
                    CompetitorWatch.State::of,
                    CompetitorWatch.State.values(),
                    CompetitorWatch.State::key),
                singleThreaded),
            one("fit", fit, FitVerdict::of, FitVerdict.values(), FitVerdict::key),
            principal.accounts());
    return tenants
        .run(principal.tenant(), () -> accounts.page(principal.tenant(), wanted, page))
        .map(
            found ->
                new Page<>(found.items().stream().map(AccountView::of).toList(), found.next()));
  }

  @GetMapping("/{accountId}")
  @Operation(summary = "One account with its standing")
  Mono<AccountView.Full> one(
      @Parameter(hidden = true) Principal principal, @PathVariable String accountId) {
    Mono<AccountView.Full> found =
        principal.maySee(accountId)
            ? tenants.run(principal.tenant(), () -> full(principal.tenant(), accountId))
            : Mono.empty();
    return found.switchIfEmpty(Mono.error(() -> unknown(accountId)));
  }

  private Mono<AccountView.Full> full(TenantId tenant, String accountId) {
    return accounts
        .one(tenant, accountId)
        .flatMap(
            (AccountSummary account) ->
                reports
                    .picture(tenant, accountId)
                    .map(AccountController::firstSeenOn)
                    .map(day -> AccountView.Full.of(account, day.orElse(null))));
  }

  private static Optional<LocalDate> firstSeenOn(KnownPicture picture) {
    Instant first = picture.firstSeen();
    return first == null ? Optional.empty() : Optional.of(picture.calendar().day(first));
  }

  private static @Nullable Band band(@Nullable String key) {
    if (blankless(key) == null) {
      return null;
    }
    try {
      return Band.of(String.valueOf(key));
    } catch (IllegalArgumentException _) {
      throw Problem.badRequest(
          "unknown_band",
          "'band' is '%s'; it must be healthy, watch, at_risk, critical or unknown".formatted(key));
    }
  }

  /** One of the values of a filter, or nothing when it is not given. */
  private static <T> @Nullable T one(
      String filter,
      @Nullable String key,
      Function<String, Optional<T>> read,
      T[] all,
      Function<T, String> name) {
    String given = blankless(key);
    if (given == null) {
      return null;
    }
    return read.apply(given)
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "unknown_" + filter,
                    "'%s' is '%s'; it must be one of %s"
                        .formatted(
                            filter,
                            given,
                            Stream.of(all).map(name).collect(Collectors.joining(", ")))));
  }

  private static @Nullable String blankless(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  static Problem unknown(String accountId) {
    return Problem.notFound(
        "unknown_account", "There is no account '%s' in this tenant".formatted(accountId));
  }
}
