package io.holdfast.scoring.web;

import io.holdfast.scoring.publishing.ModelDocuments;
import io.holdfast.tenancy.ListQuery;
import io.holdfast.tenancy.Page;
import io.holdfast.tenancy.PageQuery.Position;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.editing.Editable;
import io.holdfast.tenancy.editing.Edits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/scoring-models")
@RequiresScope("models:read")
@Tag(name = "Scoring models")
class ScoringModelController {

  private static final String JSON_SCHEMA = "application/schema+json";

  private final TenantTransactions tenants;
  private final KnownModels known;
  private final Edits edits;
  private final ModelDocuments documents;

  ScoringModelController(
      TenantTransactions tenants, KnownModels known, Edits edits, ModelDocuments documents) {
    this.documents = documents;
    this.tenants = tenants;
    this.known = known;
    this.edits = edits;
  }

  @GetMapping
  @Operation(summary = "The scoring models, drafts among them, newest first")
  @Parameter(name = "limit", description = "1 to 200, default 50")
  @Parameter(name = "cursor", description = "`next` of the page before")
  @Parameter(
      name = "sort",
      description = "`-publishedAt` or `publishedAt`; drafts by their last change")
  Mono<Page<ModelView>> all(
      @Parameter(hidden = true) Principal principal, @Parameter(hidden = true) ListQuery query) {
    return tenants.run(
        principal.tenant(),
        () ->
            known
                .all(principal.tenant())
                .collectList()
                .map(
                    items ->
                        Excerpt.of(
                            items,
                            query,
                            "-publishedAt",
                            one -> new Position(one.at().toString(), one.id()))));
  }

  @GetMapping(
      path = "/schema",
      produces = {MediaType.APPLICATION_JSON_VALUE, JSON_SCHEMA})
  @Operation(
      summary = "The JSON Schema of a scoring model",
      description =
          "Draft 2020-12, for editors and pipelines. What a schema cannot say is checked when a"
              + " draft is saved: weights that sum to 1, keys used once, curves in order, bands"
              + " that can be reached.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = JSON_SCHEMA, schema = @Schema(type = "object")))
  Mono<String> schema(@Parameter(hidden = true) Principal principal) {
    return Mono.just(documents.schema());
  }

  @GetMapping("/{modelId}")
  @Editable
  @Operation(summary = "One scoring model, published or a draft")
  Mono<ResponseEntity<ModelView>> one(
      @Parameter(hidden = true) Principal principal, @PathVariable String modelId) {
    return tenants
        .run(principal.tenant(), () -> known.find(principal.tenant(), modelId))
        .switchIfEmpty(Mono.error(() -> KnownModels.unknown(modelId)))
        .map(edits::tagged);
  }
}
