package io.holdfast.metrics.web;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.Correction;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.reporting.Basis;
import io.holdfast.metrics.reporting.MovementLists;
import io.holdfast.metrics.reporting.OpenBooks;
import io.holdfast.metrics.reporting.ReadSubscriptions;
import io.holdfast.metrics.reporting.ReadSubscriptions.Standing;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.PageQuery.Position;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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

  @GetMapping(
      value = "/mrr-movements",
      produces = {MediaType.APPLICATION_JSON_VALUE, CsvTable.TYPE})
  @Operation(
      summary = "An account's ledger",
      description =
          "What moved until today, in the report currency, losses negative; the oldest first unless"
              + " sorted by -on. 404 for an account the tenant never had.")
  @Documented.OnBasis
  @Documented.KnownAt
  @Documented.Paged
  @Documented.Format
  Mono<AccountMovementsView> mrrMovements(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String accountId,
      @Parameter(hidden = true) ListQuery query) {
    Asked asked = new Asked(query.parameters());
    Basis basis = asked.basis();
    Instant knownAt = asked.knownAt();
    PageQuery page = query.page("on", List.of("on"));
    return ofKnown(
        principal,
        accountId,
        account ->
            openBooks
                .ofAccount(account, basis, knownAt)
                .map(
                    ledger ->
                        AccountMovementsView.of(
                            ledger,
                            Cut.page(
                                ledger.movements(), page, AccountRevenueController::position))));
  }

  @GetMapping("/subscriptions")
  @Operation(
      summary = "An account's contracts",
      description =
          "Phase by phase and how each stands today, in the currency of the contract; the oldest"
              + " first unless sorted by -startsOn. 404 for an account the tenant never had.")
  @Documented.Paged
  Mono<Page<SubscriptionView>> subscriptions(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String accountId,
      @Parameter(hidden = true) ListQuery query) {
    PageQuery page = query.page("startsOn", List.of("startsOn"));
    return ofKnown(
        principal,
        accountId,
        account ->
            subscriptions
                .of(account)
                .map(all -> Cut.page(all, page, AccountRevenueController::position))
                .map(
                    found ->
                        new Page<>(
                            found.items().stream().map(SubscriptionView::of).toList(),
                            found.next())));
  }

  private static Position position(Movement movement) {
    Correction correction = movement.corrects();
    String concerns = correction == null ? "" : correction.period().toString();
    return new Position(movement.on().toString(), movement.kind() + concerns);
  }

  private static Position position(Standing one) {
    return new Position(one.phase().startsOn().toString(), one.phase().subscription().value());
  }

  private <T> Mono<T> ofKnown(
      Principal principal, String accountId, Function<AccountId, Mono<T>> read) {
    if (!principal.maySee(accountId)) {
      return Mono.error(Asked.unknownAccount(accountId));
    }
    AccountId account = Asked.account(accountId);
    return tenants.run(
        principal.tenant(),
        () ->
            movements
                .isKnown(account)
                .flatMap(
                    known ->
                        known ? read.apply(account) : Mono.error(Asked.unknownAccount(accountId))));
  }
}
