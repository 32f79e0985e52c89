package io.holdfast.scoring.web;

import io.holdfast.scoring.publishing.ModelDocuments;
import io.holdfast.scoring.publishing.ModelDocuments.Reading.Faulty;
import io.holdfast.scoring.publishing.ModelDocuments.Reading.Sound;
import io.holdfast.scoring.publishing.ModelDraft;
import io.holdfast.scoring.publishing.ModelDrafts;
import io.holdfast.scoring.publishing.PublishModel;
import io.holdfast.tenancy.AuditNotes;
import io.holdfast.tenancy.Principal;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.RequiresScope;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.tenancy.editing.Conditions;
import io.holdfast.tenancy.editing.Edits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/scoring-models")
@RequiresScope("models:write")
@Tag(name = "Scoring models")
class ModelDraftController {

  private final TenantTransactions tenants;
  private final KnownModels known;
  private final ModelDrafts drafts;
  private final ModelDocuments documents;
  private final PublishModel publish;
  private final Edits edits;
  private final Moments moments;

  ModelDraftController(
      TenantTransactions tenants,
      KnownModels known,
      ModelDrafts drafts,
      ModelDocuments documents,
      PublishModel publish,
      Edits edits,
      Moments moments) {
    this.tenants = tenants;
    this.known = known;
    this.drafts = drafts;
    this.documents = documents;
    this.publish = publish;
    this.edits = edits;
    this.moments = moments;
  }

  @PostMapping
  @Operation(
      summary = "Begin a draft",
      description =
          "Nothing is scored by a draft until it is published. A model with faults is refused with"
              + " all of them under `errors`: where each stands (a JSON pointer), what it is, what"
              + " to do.")
  @ApiResponse(responseCode = "201", description = "The draft")
  @ApiResponse(responseCode = "422", description = "The model has faults, or `from` is unknown")
  Mono<ResponseEntity<ModelView>> begin(
      @Parameter(hidden = true) Principal principal, @RequestBody ModelRequest request) {
    TenantId tenant = principal.tenant();
    UUID id = UUID.randomUUID();
    return tenants.run(
        tenant,
        () ->
            document(tenant, request)
                .map(this::sound)
                .flatMap(sound -> keep(tenant, id, sound, principal))
                .flatMap(draft -> AuditNotes.made(draft.id()).thenReturn(draft))
                .map(
                    draft ->
                        ResponseEntity.created(URI.create("/api/v1/scoring-models/" + draft.id()))
                            .eTag(edits.tag(draft))
                            .body(draft)));
  }

  @PutMapping("/{modelId}")
  @Operation(
      summary = "Put another model in the place of a draft's",
      description = "A published model never changes: 409. Begin a draft `from` it instead.")
  @ApiResponse(responseCode = "200", description = "The draft")
  @ApiResponse(responseCode = "409", description = "The model is published")
  @ApiResponse(responseCode = "422", description = "The model has faults; the draft stays")
  Mono<ResponseEntity<ModelView>> change(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @PathVariable String modelId,
      @RequestBody ModelRequest request) {
    TenantId tenant = principal.tenant();
    return tenants
        .run(
            tenant,
            () ->
                edits.edit(
                    terms,
                    edited(modelId),
                    () -> known.find(tenant, modelId),
                    () ->
                        known
                            .draft(tenant, modelId)
                            .flatMap(
                                draft ->
                                    document(tenant, request)
                                        .map(this::sound)
                                        .flatMap(
                                            sound -> keep(tenant, draft.id(), sound, principal)))))
        .map(edits::tagged);
  }

  @DeleteMapping("/{modelId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Discard a draft",
      description = "A published model stays for good: 409. Publish another to take its place.")
  @ApiResponse(responseCode = "204", description = "The draft is gone")
  @ApiResponse(responseCode = "409", description = "The model is published")
  Mono<Void> discard(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @PathVariable String modelId) {
    TenantId tenant = principal.tenant();
    return tenants
        .run(
            tenant,
            () ->
                edits.edit(
                    terms,
                    edited(modelId),
                    () -> known.find(tenant, modelId),
                    () ->
                        known
                            .draft(tenant, modelId)
                            .flatMap(
                                draft -> drafts.discard(tenant, draft.id()).thenReturn(draft))))
        .then();
  }

  @PostMapping("/{modelId}/publish")
  @Operation(
      summary = "Publish a draft",
      description =
          "It becomes the next version of its `key` and is in force from now on; all accounts are"
              + " judged by it within seconds. The draft is gone. Its review is due in 12 months."
              + " With `If-Match` only what was reviewed is published.")
  @ApiResponse(responseCode = "200", description = "The published version")
  @ApiResponse(responseCode = "409", description = "The model is published already")
  @ApiResponse(responseCode = "422", description = "The reason is missing")
  Mono<ModelView> publish(
      @Parameter(hidden = true) Principal principal,
      Conditions terms,
      @PathVariable String modelId,
      @RequestBody PublishRequest request) {
    String reason = request.given();
    TenantId tenant = principal.tenant();
    return tenants.run(
        tenant,
        () ->
            edits
                .edit(
                    terms,
                    edited(modelId),
                    () -> known.find(tenant, modelId),
                    () ->
                        known
                            .draft(tenant, modelId)
                            .flatMap(
                                draft ->
                                    publish.publish(
                                        tenant,
                                        draft,
                                        sound(draft.document()),
                                        reason,
                                        principal.subject())))
                .flatMap(id -> AuditNotes.made(id).then(Mono.defer(() -> known.find(tenant, id)))));
  }

  private Mono<ModelView> keep(TenantId tenant, UUID id, Sound sound, Principal principal) {
    ModelDraft draft = new ModelDraft(id, sound.document(), moments.now(), principal.subject());
    return drafts.keep(tenant, draft).then(known.find(tenant, id.toString()));
  }

  private Mono<String> document(TenantId tenant, ModelRequest request) {
    String from = request.from();
    if ((request.model() == null) == (from == null)) {
      throw Problem.unprocessable(
          "model_or_from", "Give either 'model', the whole model, or 'from', the id of another");
    }
    if (from == null) {
      return Mono.just(String.valueOf(request.model()));
    }
    return known
        .published(tenant)
        .filter(model -> model.id().equals(from))
        .next()
        .map(ModelView::model)
        .switchIfEmpty(Mono.justOrEmpty(documents.shipped(from)))
        .switchIfEmpty(
            Mono.error(
                () ->
                    Problem.unprocessable(
                        "unknown_model",
                        "'from' is '%s', which is neither published nor comes with Holdfast"
                            .formatted(from))));
  }

  private Sound sound(String document) {
    return switch (documents.readDraft(document)) {
      case Sound sound -> sound;
      case Faulty faulty ->
          throw Problem.unprocessable(
                  "faulty_model",
                  "The model has %d faults, the first: %s"
                      .formatted(faulty.faults().size(), faulty.faults().getFirst().detail()))
              .with("errors", faulty.faults());
    };
  }

  private static String edited(String modelId) {
    return "scoring-model/" + modelId;
  }
}
