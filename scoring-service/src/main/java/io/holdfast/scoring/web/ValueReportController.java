package io.holdfast.scoring.web;

import io.holdfast.scoring.reporting.ReportValue;
import io.holdfast.scoring.value.Period;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/accounts/{accountId}/value-report")
@RequiresScope("health:read")
@Tag(name = "Adoption")
class ValueReportController {

  private final TenantTransactions tenants;
  private final ReportValue values;
  private final Moments moments;

  ValueReportController(TenantTransactions tenants, ReportValue values, Moments moments) {
    this.tenants = tenants;
    this.values = values;
    this.moments = moments;
  }

  @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE})
  @Operation(
      summary = "What an account had of the product in a period",
      description =
          "Use beside the period before, outcomes agreed and how far they are, milestones, and"
              + " percentiles among anonymous peers. From 90 days ago to today, unless `from` and"
              + " `to` say otherwise. `asOf` alone is as known now, `knownAt` alone is as of that"
              + " instant. For the audience `customer` health is left out. As a page to print, too:"
              + " by `Accept`, or `format=html`.")
  @Parameter(
      name = "format",
      in = ParameterIn.QUERY,
      description = "In the place of `Accept`",
      schema = @Schema(allowableValues = {"json", "html"}))
  @ApiResponse(responseCode = "200", description = "Also of an account without any use")
  Mono<ValueReportView> valueReport(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String accountId,
      @Parameter(description = "First day; goes with `to`") @RequestParam(required = false)
          @Nullable String from,
      @Parameter(description = "Last day, at most 366 days after") @RequestParam(required = false)
          @Nullable String to,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String knownAt,
      @Parameter(description = "`internal`, the default, or `customer`")
          @RequestParam(required = false)
          @Nullable String audience) {
    Audience whom = Audience.of(audience);
    Optional<Period> period = period(from, to);
    Optional<Instant> known = moments.upTo("knownAt", knownAt);
    Instant at = moments.upTo("asOf", asOf).or(() -> known).orElse(moments.now());
    Mono<ValueReportView> found =
        principal.maySee(accountId)
            ? tenants.run(
                principal.tenant(),
                () ->
                    values
                        .of(principal.tenant(), accountId, period, at, known, !whom.isCustomer())
                        .map(report -> ValueReportView.of(report, whom)))
            : Mono.empty();
    return found.switchIfEmpty(Mono.error(() -> AccountController.unknown(accountId)));
  }

  private static Optional<Period> period(@Nullable String from, @Nullable String to) {
    Optional<LocalDate> first = Moments.day("from", from);
    Optional<LocalDate> last = Moments.day("to", to);
    if (first.isPresent() != last.isPresent()) {
      throw Problem.badRequest(
          "invalid_period", "'from' and 'to' go together; give both days, or neither");
    }
    return first.map(day -> period(day, last.orElseThrow()));
  }

  private static Period period(LocalDate from, LocalDate to) {
    if (to.isBefore(from) || to.isAfter(from.plusDays(Period.LONGEST - 1L))) {
      throw Problem.badRequest(
          "invalid_period",
          "'to' is %s and 'from' is %s; 'to' must be the same day or one of the %d days after it"
              .formatted(to, from, Period.LONGEST - 1));
    }
    return new Period(from, to);
  }
}
