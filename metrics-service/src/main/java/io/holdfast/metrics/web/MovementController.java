package io.holdfast.metrics.web;

import io.holdfast.metrics.books.PeriodRange;
import io.holdfast.metrics.reporting.MovementLists;
import io.holdfast.metrics.reporting.MovementLists.Days;
import io.holdfast.metrics.reporting.MovementLists.ReasonedChurn;
import io.holdfast.metrics.reporting.OpenBooks;
import io.holdfast.metrics.reporting.OpenedBooks;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
@Tag(name = "Revenue")
class MovementController {

  private final TenantTransactions tenants;
  private final OpenBooks openBooks;
  private final MovementLists movements;

  MovementController(TenantTransactions tenants, OpenBooks openBooks, MovementLists movements) {
    this.tenants = tenants;
    this.openBooks = openBooks;
    this.movements = movements;
  }

  /** What was lost, by reason. */
  record ChurnReasonsView(String currency, List<Row> rows) {

    record Row(String churnKind, @Nullable String reason, int accounts, String amount) {

      static Row of(ReasonedChurn churn) {
        return new Row(
            Names.of(churn.kind()), churn.reason(), churn.accounts(), churn.amount().toString());
      }
    }
  }

  @GetMapping("/movements")
  @Operation(
      summary = "The movements of a month",
      description =
          "The largest first unless sorted otherwise: amount (by size, won or lost alike) or on.")
  @Paged
  Mono<Page<MovementView.OfAccount>> movements(
      @Parameter(hidden = true) Principal principal,
      @Parameter(description = "The month; the current one unless given", example = "2025-01")
          @RequestParam(required = false)
          @Nullable String period,
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    PageQuery page = PageQuery.parse(query, "-amount", MovementLists.SORTS);
    return open(
        principal,
        books -> {
          LocalDate first = Asked.period(period, books.today()).atDay(1);
          Days days = days(first, first.plusMonths(1).minusDays(1), books);
          return movements
              .between(days, RevenueController.visible(principal), page)
              .map(
                  found ->
                      new Page<>(
                          found.items().stream()
                              .map(one -> MovementView.OfAccount.of(one, books.currency()))
                              .toList(),
                          found.next()));
        });
  }

  @GetMapping("/churn-reasons")
  @Operation(summary = "Churn by kind and reason", description = "The largest loss first.")
  Mono<ChurnReasonsView> churnReasons(
      @Parameter(hidden = true) Principal principal,
      @Months.From @RequestParam(required = false) @Nullable String from,
      @Months.To @RequestParam(required = false) @Nullable String to) {
    return open(
        principal,
        books -> {
          PeriodRange range = Asked.range(from, to, books.today());
          Days days = days(range.first().atDay(1), range.last().atEndOfMonth(), books);
          return movements
              .churn(days, RevenueController.visible(principal))
              .map(
                  found ->
                      new ChurnReasonsView(
                          books.currency().value(),
                          found.stream().map(ChurnReasonsView.Row::of).toList()));
        });
  }

  /** What is booked ahead has not happened. */
  private static Days days(LocalDate first, LocalDate last, OpenedBooks books) {
    return new Days(first, last.isAfter(books.today()) ? books.today() : last);
  }

  private <T> Mono<T> open(Principal principal, Function<OpenedBooks, Mono<T>> read) {
    return tenants.run(principal.tenant(), () -> openBooks.at(null).flatMap(read));
  }
}
