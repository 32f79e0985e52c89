package io.holdfast.scoring.web;

import io.holdfast.scoring.reporting.SurveyPortfolio;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequiresScope("health:read")
@Tag(name = "Portfolio")
class PortfolioController {

  private final TenantTransactions tenants;
  private final SurveyPortfolio portfolio;
  private final Moments moments;

  PortfolioController(TenantTransactions tenants, SurveyPortfolio portfolio, Moments moments) {
    this.tenants = tenants;
    this.portfolio = portfolio;
    this.moments = moments;
  }

  @GetMapping("/api/v1/portfolio")
  @Operation(summary = "All live accounts at a glance: bands, revenue at risk, what moved")
  Mono<PortfolioView> portfolio(@Parameter(hidden = true) Principal principal) {
    return tenants
        .run(principal.tenant(), () -> portfolio.survey(principal.tenant(), principal.accounts()))
        .map(found -> PortfolioView.of(found, moments.now()));
  }
}
