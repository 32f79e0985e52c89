package io.holdfast.metrics.web;

import io.holdfast.metrics.retention.RatioMetric;
import io.holdfast.metrics.retention.WindowLength;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Retention of the closed cohort C: the accounts with MRR at the end of the day before a window.
 */
@RestController
@RequestMapping(
    value = "/api/v1/metrics",
    produces = {MediaType.APPLICATION_JSON_VALUE, CsvTable.TYPE})
@RequiresScope("metrics:read")
@Tag(name = "Revenue")
class RatioController {

  private static final String COHORT =
      """
       C is the closed cohort of the accounts with MRR > 0 at the end of the day before the window; both ends are valued \
      at that day's exchange rates, so fx never enters, nor do restatements. A ratio without unit to 15 significant \
      digits; null for an empty cohort. Accounts that no rate values are in no cohort and listed under excluded.\
      """;

  private final Reading books;

  RatioController(Reading books) {
    this.books = books;
  }

  @GetMapping("/nrr")
  @Operation(
      summary = "Net revenue retention",
      description =
          "Σ MRR of C at the end of the window ÷ Σ MRR of C at its start. 105–115% over 12 months"
              + " is the benchmark."
              + COHORT)
  @Documented.Ratio
  Mono<RatioView> nrr(
      @Parameter(hidden = true) Principal principal,
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    return ratio(RatioMetric.NRR, principal, query);
  }

  @GetMapping("/grr")
  @Operation(
      summary = "Gross revenue retention",
      description =
          "Σ min(MRR at the end, MRR at the start), account by account of C, ÷ Σ MRR of C at the"
              + " start: 0 to 1 by construction."
              + COHORT)
  @Documented.Ratio
  Mono<RatioView> grr(
      @Parameter(hidden = true) Principal principal,
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    return ratio(RatioMetric.GRR, principal, query);
  }

  @GetMapping("/logo-retention")
  @Operation(
      summary = "Logo retention",
      description =
          "Accounts of C with MRR > 0 at the end of the window ÷ accounts in C. 80% over 12 months"
              + " is healthy, 85% strong, 90% exceptional."
              + COHORT)
  @Documented.Ratio
  Mono<RatioView> logoRetention(
      @Parameter(hidden = true) Principal principal,
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    return ratio(RatioMetric.LOGO_RETENTION, principal, query);
  }

  @GetMapping("/customer-churn")
  @Operation(
      summary = "Customer churn",
      description =
          "1 − logo retention: accounts of C without MRR at the end ÷ accounts in C." + COHORT)
  @Documented.Ratio
  Mono<RatioView> customerChurn(
      @Parameter(hidden = true) Principal principal,
      @Parameter(hidden = true) @RequestParam Map<String, String> query) {
    return ratio(RatioMetric.CUSTOMER_CHURN, principal, query);
  }

  private Mono<RatioView> ratio(
      RatioMetric metric, Principal principal, Map<String, String> query) {
    Asked asked = new Asked(query);
    WindowLength window = asked.window();
    return books.at(
        asked.knownAt(),
        principal,
        opened ->
            opened
                .retention(asked.months(opened.today()), window)
                .map(report -> RatioView.of(metric, window, opened, report)));
  }
}
