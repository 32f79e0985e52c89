package io.holdfast.metrics.web;

import io.holdfast.metrics.reporting.Basis;
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
@Tag(name = "Revenue", description = "MRR, its movements and retention, month by month")
class RevenueController {

  private final Reading books;

  RevenueController(Reading books) {
    this.books = books;
  }

  @GetMapping(
      value = "/mrr-movements",
      produces = {MediaType.APPLICATION_JSON_VALUE, CsvTable.TYPE})
  @Operation(
      summary = "The MRR bridge",
      description =
          """
          For each month start + new + reactivation + expansion + contraction + churn + fx + restatement = end, losses \
          negative; each end is the next start. Amounts are decimal strings in the report currency, kept to 8 decimals. \
          A subscription's monthly value is amount × quantity × (1 − discount) × factor, multiplied first and rounded \
          once, half even; factors: day 365/12, week 52/12, month 1, quarter 1/3, half year 1/6, year 1/12, each ÷ \
          interval count. A movement is classified for the account, netted per day. Source: the subscriptions, \
          invoices, outcomes and rates imported or received. Accounts that no rate values are in no row and listed \
          under excluded; in CSV their number is the header Holdfast-Excluded-Accounts.\
          """)
  @Documented.Months
  @Documented.OnBasis
  @Documented.KnownAt
  @Documented.Format
  Mono<BridgeView> mrrMovements(
      @Parameter(hidden = true) Principal principal,
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    Asked asked = new Asked(query);
    Basis basis = asked.basis();
    return books.at(
        asked.knownAt(),
        principal,
        opened ->
            opened
                .bridge(asked.months(opened.today()), basis)
                .map(report -> BridgeView.of(opened, report)));
  }

  @GetMapping("/summary")
  @Operation(
      summary = "A month at a glance",
      description =
          """
          Each figure with that of the month before; the current month as of today. MRR at its end, ARR = 12 × MRR, all \
          movements together, accounts with MRR > 0, retention over the twelve months that end with it, revenue churn \
          = MRR at the start of the accounts gone at the end ÷ MRR at the start, quick ratio.\
          """)
  @Documented.Period
  Mono<SummaryView> summary(
      @Parameter(hidden = true) Principal principal,
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    Asked asked = new Asked(query);
    return books.today(
        principal,
        opened -> {
          YearMonth month = asked.period(opened.today());
          return opened.summary(month).map(report -> SummaryView.of(month, opened, report));
        });
  }
}
