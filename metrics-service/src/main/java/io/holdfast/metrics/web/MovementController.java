package io.holdfast.metrics.web;

import io.holdfast.metrics.books.PeriodRange;
import io.holdfast.metrics.reporting.MovementLists;
import io.holdfast.metrics.reporting.MovementLists.Days;
import io.holdfast.metrics.reporting.OpenedBooks;
import io.holdfast.metrics.reporting.OpenedBooks.Report;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.PageQuery;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.http.MediaType;
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

  private final Reading books;
  private final MovementLists movements;

  MovementController(Reading books, MovementLists movements) {
    this.books = books;
    this.movements = movements;
  }

  @GetMapping(
      value = "/movements",
      produces = {MediaType.APPLICATION_JSON_VALUE, CsvTable.TYPE})
  @Operation(
      summary = "The movements of a month",
      description =
          "As reported, in the report currency, losses negative. The largest first unless sorted"
              + " otherwise: amount (by size, won or lost alike) or on.")
  @Documented.Period
  @Documented.Paged
  @Documented.Format
  Mono<MovementsView> movements(
      @Parameter(hidden = true) Principal principal, @Parameter(hidden = true) ListQuery query) {
    Asked asked = new Asked(query.parameters());
    PageQuery page = query.page("-amount", MovementLists.SORTS);
    return books.today(
        principal,
        opened -> {
          YearMonth month = asked.period(opened.today());
          return movements
              .between(days(new PeriodRange(month, month), opened), opened.visible(), page)
              .map(found -> MovementsView.of(found, opened.currency()));
        });
  }

  @GetMapping(
      value = "/churn-reasons",
      produces = {MediaType.APPLICATION_JSON_VALUE, CsvTable.TYPE})
  @Operation(
      summary = "Churn by kind and reason",
      description =
          "As reported, in the report currency, losses negative; the largest loss first. The kind"
              + " and reason are those of the last recorded outcome, else of an overdue payment or"
              + " a lapsed contract.")
  @Documented.Months
  @Documented.Format
  Mono<ChurnReasonsView> churnReasons(
      @Parameter(hidden = true) Principal principal,
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    Asked asked = new Asked(query);
    return books.today(
        principal,
        opened ->
            movements
                .churn(days(asked.months(opened.today()), opened), opened.visible())
                .zipWhen(_ -> opened.books().excluded(opened.visible()).collectList(), Report::new)
                .map(report -> ChurnReasonsView.of(opened, report)));
  }

  /** What is booked ahead has not happened. */
  private static Days days(PeriodRange range, OpenedBooks opened) {
    return new Days(range.firstDay(), range.lastDay(opened.today()));
  }
}
