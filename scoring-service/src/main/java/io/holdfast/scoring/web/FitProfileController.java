package io.holdfast.scoring.web;

import io.holdfast.scoring.fitting.FitDocuments;
import io.holdfast.scoring.fitting.FitDocuments.Reading.Faulty;
import io.holdfast.scoring.fitting.FitDocuments.Reading.Sound;
import io.holdfast.scoring.fitting.FitProfiles;
import io.holdfast.scoring.fitting.PublishFitProfile;
import io.holdfast.scoring.fitting.ReportEarlyChurn;
import io.holdfast.tenancy.AuditNotes;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/fit-profile")
@RequiresScope("models:read")
@Tag(name = "Fit")
class FitProfileController {

  private static final Set<Integer> EARLY = Set.of(180, 365);

  private final TenantTransactions tenants;
  private final FitProfiles profiles;
  private final FitDocuments documents;
  private final PublishFitProfile publish;
  private final ReportEarlyChurn earlyChurn;

  FitProfileController(
      TenantTransactions tenants,
      FitProfiles profiles,
      FitDocuments documents,
      PublishFitProfile publish,
      ReportEarlyChurn earlyChurn) {
    this.tenants = tenants;
    this.profiles = profiles;
    this.documents = documents;
    this.publish = publish;
    this.earlyChurn = earlyChurn;
  }

  @GetMapping
  @Operation(
      summary = "The ideal customer profile in force",
      description =
          "None comes with Holdfast: who fits is for you to say. While there is none, `version` is"
              + " null and `advice` says how to publish the first.")
  Mono<FitProfileView> inForce(@Parameter(hidden = true) Principal principal) {
    return tenants
        .run(principal.tenant(), () -> profiles.inForce(principal.tenant()))
        .map(FitProfileView::of)
        .defaultIfEmpty(FitProfileView.NONE);
  }

  @GetMapping("/versions")
  @Operation(
      summary = "All versions of the profile",
      description = "The newest first, on one page.")
  Mono<Page<FitProfileView>> versions(@Parameter(hidden = true) Principal principal) {
    return tenants
        .run(
            principal.tenant(),
            () -> profiles.all(principal.tenant()).map(FitProfileView::of).collectList())
        .map(all -> new Page<>(all, null));
  }

  @GetMapping("/versions/{version}")
  @Operation(summary = "A version of the profile")
  @ApiResponse(responseCode = "200", description = "As it was published")
  @ApiResponse(responseCode = "404", description = "There is no such version")
  Mono<FitProfileView> version(
      @Parameter(hidden = true) Principal principal, @PathVariable String version) {
    Mono<FitProfileView> found =
        version.matches("[1-9]\\d{0,8}")
            ? tenants
                .run(
                    principal.tenant(),
                    () -> profiles.find(principal.tenant(), Integer.parseInt(version)))
                .map(FitProfileView::of)
            : Mono.empty();
    return found.switchIfEmpty(
        Mono.error(
            () ->
                Problem.notFound(
                    "unknown_version",
                    "There is no version '%s' of the fit profile in this tenant"
                        .formatted(version))));
  }

  @PostMapping("/versions")
  @RequiresScope("models:write")
  @Operation(
      summary = "Publish a version of the profile",
      description =
          "It is in force from now on, and all accounts are checked against it before the answer"
              + " comes. Published versions never change. A profile with faults is refused with all"
              + " of them under `errors`: where each stands (a JSON pointer), what it is, what to"
              + " do.")
  @ApiResponse(responseCode = "201", description = "The version")
  @ApiResponse(responseCode = "422", description = "The profile has faults, or no reason is given")
  Mono<ResponseEntity<FitProfileView>> publish(
      @Parameter(hidden = true) Principal principal, @RequestBody FitProfileRequest request) {
    String reason = request.given();
    Sound sound = sound(request);
    return tenants.run(
        principal.tenant(),
        () ->
            publish
                .publish(principal.tenant(), sound, reason, principal.subject())
                .flatMap(
                    version ->
                        AuditNotes.made(String.valueOf(version.version())).thenReturn(version))
                .map(FitProfileView::of)
                .map(
                    view ->
                        ResponseEntity.created(
                                URI.create("/api/v1/fit-profile/versions/" + view.version()))
                            .body(view)));
  }

  @GetMapping("/early-churn")
  @Operation(
      summary = "Who left early, by fit, industry, size and source",
      description =
          "Of all accounts whose day 0 was at least `within` days ago: how many left within so many"
              + " days of it. Fit, industry, size and source are those known now, fit by the"
              + " profile in force. A rate is told of 20 accounts or more; a proposal needs 95%"
              + " intervals that do not overlap, and nothing is changed by it.")
  @ApiResponse(responseCode = "200", description = "Counts, rates and proposals")
  @ApiResponse(responseCode = "400", description = "`within` is neither 180 nor 365")
  Mono<EarlyChurnView> earlyChurn(
      @Parameter(hidden = true) Principal principal,
      @Parameter(description = "180 or 365") @RequestParam(defaultValue = "180") String within) {
    if (EARLY.stream().map(String::valueOf).noneMatch(within::equals)) {
      throw Problem.badRequest(
          "invalid_within", "'within' is '%s'; it must be 180 or 365".formatted(within));
    }
    return tenants
        .run(
            principal.tenant(),
            () -> earlyChurn.of(principal.tenant(), Integer.parseInt(within), principal.accounts()))
        .map(EarlyChurnView::of);
  }

  private Sound sound(FitProfileRequest request) {
    if (request.profile() == null) {
      throw Problem.unprocessable("no_profile", "'profile' is missing: give the whole profile");
    }
    return switch (documents.read(String.valueOf(request.profile()))) {
      case Sound sound -> sound;
      case Faulty faulty ->
          throw Problem.unprocessable(
                  "faulty_profile",
                  "The profile has %d faults, the first: %s"
                      .formatted(faulty.faults().size(), faulty.faults().getFirst().detail()))
              .with("errors", faulty.faults());
    };
  }
}
