package io.holdfast.scoring.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.holdfast.scoring.reporting.PublishedModels;
import io.holdfast.scoring.reporting.PublishedModels.PublishedModel;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery.Position;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequiresScope("models:read")
@Tag(name = "Scoring models")
class ScoringModelController {

  private final TenantTransactions tenants;
  private final Rulebook rulebook;
  private final PublishedModels models;
  private final Moments moments;

  ScoringModelController(
      TenantTransactions tenants, Rulebook rulebook, PublishedModels models, Moments moments) {
    this.tenants = tenants;
    this.rulebook = rulebook;
    this.models = models;
    this.moments = moments;
  }

  @Schema(name = "ScoringModel", description = "A published version; it never changes")
  record ModelView(
      String id,
      String state,
      boolean inForce,
      Instant publishedAt,
      String publishedBy,
      String reason,
      @Schema(type = "object", description = "Axes, signals, weights, curves, thresholds, prior")
          @JsonRawValue
          String model) {

    static ModelView of(PublishedModel model, String inForce) {
      return new ModelView(
          model.id(),
          "published",
          model.id().equals(inForce),
          model.publishedAt(),
          model.publishedBy(),
          model.reason(),
          model.document());
    }
  }

  @GetMapping("/api/v1/scoring-models")
  @Operation(summary = "The scoring models, newest first")
  @Parameter(name = "limit", description = "1 to 200, default 50")
  @Parameter(name = "cursor", description = "`next` of the page before")
  @Parameter(name = "sort", description = "`-publishedAt` or `publishedAt`")
  Mono<Page<ModelView>> all(
      @Parameter(hidden = true) Principal principal, @Parameter(hidden = true) ListQuery query) {
    return tenants.run(
        principal.tenant(),
        () ->
            rulebook
                .inForce(principal.tenant(), moments.now())
                .flatMap(
                    rules ->
                        models
                            .all(principal.tenant())
                            .map(model -> ModelView.of(model, rules.model().id()))
                            .collectList()
                            .map(items -> page(items, query))));
  }

  private static Page<ModelView> page(List<ModelView> all, ListQuery query) {
    return Excerpt.of(
        all, query, "-publishedAt", one -> new Position(one.publishedAt().toString(), one.id()));
  }
}
