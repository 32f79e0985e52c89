package io.holdfast.metrics.web;

import io.holdfast.metrics.reporting.Basis;
import io.holdfast.metrics.reporting.OpenBooks;
import io.holdfast.metrics.reporting.OpenedBooks;
import io.holdfast.metrics.reporting.VisibleAccounts;
import io.holdfast.metrics.retention.Retention;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/metrics")
@RequiresScope("metrics:read")
@Tag(name = "Revenue", description = "MRR movements and retention, month by month")
class RevenueController {

  private final TenantTransactions tenants;
  private final OpenBooks openBooks;

  RevenueController(TenantTransactions tenants, OpenBooks openBooks) {
    this.tenants = tenants;
    this.openBooks = openBooks;
  }

  @GetMapping("/mrr-movements")
  @Operation(
      summary = "The MRR bridge",
      description =
          "For each month start + new + reactivation + expansion + contraction + churn + fx +"
              + " restatement = end, losses negative; each end is the next start. Amounts are"
              + " decimal strings as kept, to 8 decimals.")
  Mono<BridgeView> mrrMovements(
      @Parameter(hidden = true) Principal principal,
      @Months.From @RequestParam(required = false) @Nullable String from,
      @Months.To @RequestParam(required = false) @Nullable String to,
      @Months.Standing @RequestParam(required = false) @Nullable String basis,
      @Months.KnownAt @RequestParam(required = false) @Nullable String knownAt) {
    Basis on = Asked.basis(basis);
    return open(
        principal,
        Asked.knownAt(knownAt),
        books ->
            books
                .bridge(Asked.range(from, to, books.today()), on, visible(principal))
                .map(report -> BridgeView.of(books, report)));
  }

  @GetMapping("/nrr")
  @Operation(
      summary = "Net revenue retention",
      description =
          "Revenue at the end of the window of the accounts that had any on the day before it ÷"
              + " their revenue then. 105–115% over 12 months is the benchmark.")
  Mono<RetentionView> nrr(
      @Parameter(hidden = true) Principal principal,
      @Months.From @RequestParam(required = false) @Nullable String from,
      @Months.To @RequestParam(required = false) @Nullable String to,
      @Months.Length @RequestParam(required = false) @Nullable String window,
      @Months.KnownAt @RequestParam(required = false) @Nullable String knownAt) {
    return retention("nrr", principal, from, to, window, knownAt, Retention::nrr);
  }

  @GetMapping("/grr")
  @Operation(
      summary = "Gross revenue retention",
      description = "Like NRR, with each account counted at most at what it was at the start.")
  Mono<RetentionView> grr(
      @Parameter(hidden = true) Principal principal,
      @Months.From @RequestParam(required = false) @Nullable String from,
      @Months.To @RequestParam(required = false) @Nullable String to,
      @Months.Length @RequestParam(required = false) @Nullable String window,
      @Months.KnownAt @RequestParam(required = false) @Nullable String knownAt) {
    return retention("grr", principal, from, to, window, knownAt, Retention::grr);
  }

  @GetMapping("/logo-retention")
  @Operation(
      summary = "Logo retention",
      description =
          "Accounts with revenue on the day before the window that have some at its end ÷ all of"
              + " them. 80% over 12 months is healthy, 85% strong, 90% exceptional.")
  Mono<RetentionView> logoRetention(
      @Parameter(hidden = true) Principal principal,
      @Months.From @RequestParam(required = false) @Nullable String from,
      @Months.To @RequestParam(required = false) @Nullable String to,
      @Months.Length @RequestParam(required = false) @Nullable String window,
      @Months.KnownAt @RequestParam(required = false) @Nullable String knownAt) {
    return retention(
        "logo-retention", principal, from, to, window, knownAt, Retention::logoRetention);
  }

  @GetMapping("/customer-churn")
  @Operation(summary = "Customer churn", description = "1 − logo retention.")
  Mono<RetentionView> customerChurn(
      @Parameter(hidden = true) Principal principal,
      @Months.From @RequestParam(required = false) @Nullable String from,
      @Months.To @RequestParam(required = false) @Nullable String to,
      @Months.Length @RequestParam(required = false) @Nullable String window,
      @Months.KnownAt @RequestParam(required = false) @Nullable String knownAt) {
    return retention(
        "customer-churn", principal, from, to, window, knownAt, Retention::customerChurn);
  }

  @GetMapping("/summary")
  @Operation(
      summary = "A month at a glance",
      description = "Each figure with that of the month before; the current month as of today.")
  Mono<SummaryView> summary(
      @Parameter(hidden = true) Principal principal,
      @Parameter(
              description = "The month; the current one unless asked otherwise",
              example = "2025-01")
          @RequestParam(required = false)
          @Nullable String period) {
    return open(
        principal,
        null,
        books -> {
          YearMonth month = Asked.period(period, books.today());
          return books
              .summary(month, visible(principal))
              .map(summary -> SummaryView.of(month, books, summary));
        });
  }

  private Mono<RetentionView> retention(
      String metric,
      Principal principal,
      @Nullable String from,
      @Nullable String to,
      @Nullable String window,
      @Nullable String knownAt,
      Function<Retention, Optional<BigDecimal>> value) {
    int months = Asked.window(window);
    return open(
        principal,
        Asked.knownAt(knownAt),
        books ->
            books
                .retention(Asked.range(from, to, books.today()), months, visible(principal))
                .map(points -> RetentionView.of(metric, months, points, value)));
  }

  private <T> Mono<T> open(
      Principal principal, @Nullable Instant knownAt, Function<OpenedBooks, Mono<T>> read) {
    return tenants.run(principal.tenant(), () -> openBooks.at(knownAt).flatMap(read));
  }

  static VisibleAccounts visible(Principal principal) {
    return new VisibleAccounts(principal.accounts());
  }
}
