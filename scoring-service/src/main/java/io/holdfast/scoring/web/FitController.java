package io.holdfast.scoring.web;

import io.holdfast.scoring.fit.Company;
import io.holdfast.scoring.fitting.AccountFits;
import io.holdfast.scoring.fitting.FitProfiles;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequiresScope("accounts:read")
@Tag(name = "Fit")
class FitController {

  private final TenantTransactions tenants;
  private final FitProfiles profiles;
  private final AccountFits fits;

  FitController(TenantTransactions tenants, FitProfiles profiles, AccountFits fits) {
    this.tenants = tenants;
    this.profiles = profiles;
    this.fits = fits;
  }

  @PostMapping("/api/v1/fit-checks")
  @Operation(
      summary = "Check a prospect",
      description =
          "Against the ideal customer profile in force. Nothing of the prospect is kept: with the"
              + " profile's version the same answer can be had again.")
  @ApiResponse(responseCode = "200", description = "Score, verdict and every reason")
  @ApiResponse(responseCode = "422", description = "What was said of the prospect cannot be")
  Mono<FitView> prospect(
      @Parameter(hidden = true) Principal principal, @RequestBody FitCheckRequest request) {
    Company company = request.company();
    return tenants.run(principal.tenant(), () -> check(principal.tenant(), company));
  }

  @GetMapping("/api/v1/accounts/{accountId}/fit")
  @Operation(
      summary = "How well an account fits the ideal customer profile",
      description =
          "By what is recorded of it now: industry, country and employees, and of its traits"
              + " region, integrations (between commas), use_case, source and any the profile"
              + " names.")
  @ApiResponse(responseCode = "200", description = "Score, verdict and every reason")
  @ApiResponse(responseCode = "404", description = "There is no such account")
  Mono<FitView> account(
      @Parameter(hidden = true) Principal principal, @PathVariable String accountId) {
    TenantId tenant = principal.tenant();
    Mono<FitView> found =
        principal.maySee(accountId)
            ? tenants.run(
                tenant,
                () ->
                    fits.told(tenant, List.of(accountId))
                        .next()
                        .flatMap(told -> check(tenant, told.company())))
            : Mono.empty();
    return found.switchIfEmpty(Mono.error(() -> AccountController.unknown(accountId)));
  }

  private Mono<FitView> check(TenantId tenant, Company company) {
    return profiles
        .inForce(tenant)
        .map(version -> FitView.of(version, version.profile().check(company)))
        .defaultIfEmpty(FitView.NO_PROFILE);
  }
}
