package io.holdfast.metrics.web;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.reporting.Basis;
import io.holdfast.metrics.reporting.MovementLists;
import io.holdfast.metrics.reporting.OpenBooks;
import io.holdfast.metrics.reporting.ReadSubscriptions;
import io.holdfast.metrics.reporting.ReadSubscriptions.Standing;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.PageQuery.Position;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
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
@RequiresScope("metrics:read")
@Tag(name = "Revenue of an account")
class AccountRevenueController {

  private final TenantTransactions tenants;
  private final OpenBooks openBooks;
  private final MovementLists movements;
  private final ReadSubscriptions subscriptions;

  AccountRevenueController(
      TenantTransactions tenants,
      OpenBooks openBooks,
      MovementLists movements,
      ReadSubscriptions subscriptions) {
    this.tenants = tenants;
    this.openBooks = openBooks;
    this.movements = movements;
    this.subscriptions = subscriptions;
  }

  @GetMapping("/mrr-movements")
  @Operation(
      summary = "An account's ledger",
      description = "What moved until today, the oldest first unless sorted by -on.")
  @Paged
  Mono<Page<MovementView>> mrrMovements(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String accountId,
      @Months.Standing @RequestParam(required = false) @Nullable String basis,
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    Basis on = Asked.basis(basis);
    PageQuery page = PageQuery.parse(query, "on", MovementLists.SORTS_OF_ACCOUNT);
    return ofKnown(
        principal,
        accountId,
        () ->
            openBooks
                .at(null)
                .flatMap(
                    books ->
                        movements
                            .ofAccount(new AccountId(accountId), on, books.today(), page)
                            .map(
                                found ->
                                    new Page<>(
                                        found.items().stream()
                                            .map(one -> MovementView.of(one, books.currency()))
                                            .toList(),
                                        found.next()))));
  }

  @GetMapping("/subscriptions")
  @Operation(
      summary = "An account's contracts",
      description = "Phase by phase, the oldest first unless sorted by -startsOn.")
  @Paged
  Mono<Page<SubscriptionView>> subscriptions(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String accountId,
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    PageQuery page = PageQuery.parse(query, "startsOn", List.of("startsOn"));
    return ofKnown(
        principal,
        accountId,
        () ->
            subscriptions
                .of(new AccountId(accountId))
                .map(all -> page.page(asked(all, page), AccountRevenueController::position))
                .map(
                    found ->
                        new Page<>(
                            found.items().stream().map(SubscriptionView::of).toList(),
                            found.next())));
  }

  /** An account has few contracts, so they are all read and cut to the page here. */
  private static List<Standing> asked(List<Standing> all, PageQuery page) {
    return (page.descending() ? all.reversed() : all)
        .stream()
            .filter(one -> page.after().map(last -> isBeyond(one, last, page)).orElse(true))
            .limit(page.limit() + 1L)
            .toList();
  }

  private static boolean isBeyond(Standing one, Position last, PageQuery page) {
    Position position = position(one);
    int order = position.key().compareTo(last.key());
    order = order == 0 ? position.id().compareTo(last.id()) : order;
    return page.descending() ? order < 0 : order > 0;
  }

  private static Position position(Standing one) {
    return new Position(one.phase().startsOn().toString(), one.phase().subscription().value());
  }

  private <T> Mono<T> ofKnown(Principal principal, String accountId, Supplier<Mono<T>> read) {
    if (!principal.maySee(accountId)) {
      return Mono.error(unknown(accountId));
    }
    return tenants.run(
        principal.tenant(),
        () ->
            movements
                .isKnown(new AccountId(accountId))
                .flatMap(known -> known ? read.get() : Mono.error(unknown(accountId))));
  }

  private static Problem unknown(String accountId) {
    return Problem.notFound("unknown_account", "There is no account '" + accountId + "'.");
  }
}
