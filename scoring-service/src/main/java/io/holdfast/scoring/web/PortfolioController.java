package io.holdfast.scoring.web;

import io.holdfast.scoring.reporting.SurveyPortfolio;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.scoring.rescoring.Rules;
import io.holdfast.scoring.web.PortfolioView.FleetGapView;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequiresScope("health:read")
@Tag(name = "Portfolio")
class PortfolioController {

  private final TenantTransactions tenants;
  private final SurveyPortfolio portfolio;
  private final Rulebook rulebook;
  private final Moments moments;

  PortfolioController(
      TenantTransactions tenants, SurveyPortfolio portfolio, Rulebook rulebook, Moments moments) {
    this.tenants = tenants;
    this.portfolio = portfolio;
    this.rulebook = rulebook;
    this.moments = moments;
  }

  @GetMapping("/api/v1/portfolio")
  @Operation(summary = "All live accounts at a glance: bands, revenue at risk, what moved")
  Mono<PortfolioView> portfolio(@Parameter(hidden = true) Principal principal) {
    Instant now = moments.now();
    return tenants.run(
        principal.tenant(),
        () ->
            portfolio
                .survey(principal.tenant(), principal.accounts())
                .flatMap(
                    found ->
                        rulebook
                            .inForce(principal.tenant(), now)
                            .map(
                                rules ->
                                    PortfolioView.of(found, gap(principal, rules, now), now))));
  }

  /** Counts of all accounts are for those who see all of them. */
  private static @Nullable FleetGapView gap(Principal principal, Rules rules, Instant now) {
    return principal.accounts().isPresent()
        ? null
        : rules.calendar().gap(now).map(gap -> FleetGapView.of(gap, rules.calendar())).orElse(null);
  }
}
