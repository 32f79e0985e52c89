package io.holdfast.scoring.web;

import io.holdfast.scoring.reporting.TellJourney;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/accounts/{accountId}/journey")
@RequiresScope("health:read")
@Tag(name = "Journey")
class JourneyController {

  private final TenantTransactions tenants;
  private final TellJourney journeys;
  private final Moments moments;

  JourneyController(TenantTransactions tenants, TellJourney journeys, Moments moments) {
    this.tenants = tenants;
    this.journeys = journeys;
    this.moments = moments;
  }

  @GetMapping
  @Operation(
      summary = "Stage, milestones, segment, stakeholders, readiness to expand, competitors",
      description =
          "Each with what it was found by; the rules are those of the scoring model in force."
              + " Without parameters as last judged; `asOf` and `knownAt` as of `health`. Stages"
              + " and milestones are records of what was decided and stay as they were, whatever"
              + " came to be known later. As of a past instant the"
              + " renewal date does not count: it has no date of its own.")
  @ApiResponse(responseCode = "200", description = "Also of an account that left: as it was then")
  Mono<JourneyView> journey(
      @Parameter(hidden = true) Principal principal,
      @PathVariable String accountId,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String knownAt) {
    Optional<Instant> known = moments.upTo("knownAt", knownAt);
    Optional<Instant> of = moments.upTo("asOf", asOf).or(() -> known);
    Mono<JourneyView> found =
        principal.maySee(accountId)
            ? tenants
                .run(
                    principal.tenant(), () -> journeys.of(principal.tenant(), accountId, of, known))
                .map(JourneyView::of)
            : Mono.empty();
    return found.switchIfEmpty(Mono.error(() -> AccountController.unknown(accountId)));
  }
}
