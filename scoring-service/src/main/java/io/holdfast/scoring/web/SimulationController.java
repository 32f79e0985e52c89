package io.holdfast.scoring.web;

import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.publishing.ModelDocuments;
import io.holdfast.scoring.publishing.ModelDocuments.Reading.Faulty;
import io.holdfast.scoring.publishing.ModelDocuments.Reading.Sound;
import io.holdfast.scoring.trying.SimulateModel;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.SeveralTransactions;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/scoring-models/{modelId}/simulations")
@RequiresScope("models:write")
@Tag(name = "Scoring models")
class SimulationController {

  private static final Duration A_WHILE = Duration.ofSeconds(30);

  private final TenantTransactions tenants;
  private final KnownModels known;
  private final ModelDocuments documents;
  private final SimulateModel simulate;

  SimulationController(
      TenantTransactions tenants,
      KnownModels known,
      ModelDocuments documents,
      SimulateModel simulate) {
    this.tenants = tenants;
    this.known = known;
    this.documents = documents;
    this.simulate = simulate;
  }

  /** Changes nothing, so there is nothing to tell of it. */
  @PostMapping
  @SeveralTransactions(isTold = false)
  @Operation(
      summary = "Today's portfolio by a model or draft, beside the one in force",
      description =
          "Every live account is judged as publishing the model would judge it: who would move"
              + " band, and the annual revenue behind them. Nothing is kept; ask again tomorrow.")
  @ApiResponse(responseCode = "200", description = "What would change")
  @ApiResponse(responseCode = "404", description = "There is no such model")
  @ApiResponse(responseCode = "409", description = "Pictures are being made anew")
  Mono<SimulationView> simulate(
      @Parameter(hidden = true) Principal principal, @PathVariable String modelId) {
    TenantId tenant = principal.wholeTenant();
    return tenants.run(
        tenant,
        () ->
            known
                .find(tenant, modelId)
                .switchIfEmpty(Mono.error(() -> KnownModels.unknown(modelId)))
                .map(view -> model(view))
                .flatMap(
                    model ->
                        simulate
                            .of(tenant, model)
                            .switchIfEmpty(Mono.error(SimulationController::rebuilding)))
                .map(SimulationView::of));
  }

  private ScoringModel model(ModelView view) {
    return switch (documents.read(view.model())) {
      case Sound sound -> sound.model();
      case Faulty faulty ->
          throw Problem.conflict(
              "faulty_model",
              "The model has %d faults now; begin another draft".formatted(faulty.faults().size()));
    };
  }

  private static Problem rebuilding() {
    return Problem.conflict(
        "rebuilding", "The accounts' pictures are being made anew; ask again later", A_WHILE);
  }
}
