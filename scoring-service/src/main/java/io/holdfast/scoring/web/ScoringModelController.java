package io.holdfast.scoring.web;

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
import io.swagger.v3.oas.annotations.tags.Tag;
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

  private final TenantTransactions tenants;
  private final KnownModels known;
  private final Edits edits;

  ScoringModelController(TenantTransactions tenants, KnownModels known, Edits edits) {
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
