package io.holdfast.scoring.web;

import io.holdfast.scoring.publishing.ModelDraft;
import io.holdfast.scoring.publishing.ModelDrafts;
import io.holdfast.scoring.reporting.PublishedModels;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.tenancy.Problem;
import io.holdfast.tenancy.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A tenant's models as they are shown, by their ids. */
@Component
class KnownModels {

  private final Rulebook rulebook;
  private final PublishedModels models;
  private final ModelDrafts drafts;
  private final Moments moments;

  KnownModels(Rulebook rulebook, PublishedModels models, ModelDrafts drafts, Moments moments) {
    this.rulebook = rulebook;
    this.models = models;
    this.drafts = drafts;
    this.moments = moments;
  }

  Flux<ModelView> all(TenantId tenant) {
    return published(tenant).concatWith(drafts.all(tenant).map(ModelView::of));
  }

  Flux<ModelView> published(TenantId tenant) {
    return rulebook
        .inForce(tenant, moments.now())
        .flatMapMany(
            rules -> models.all(tenant).map(model -> ModelView.of(model, rules.model().id())));
  }

  Mono<ModelView> find(TenantId tenant, String modelId) {
    UUID draft = draftId(modelId);
    return draft == null
        ? published(tenant).filter(model -> model.id().equals(modelId)).next()
        : drafts.find(tenant, draft).map(ModelView::of);
  }

  /** The draft, or why there is none to change. */
  Mono<ModelDraft> draft(TenantId tenant, String modelId) {
    UUID draft = draftId(modelId);
    Mono<ModelDraft> found = draft == null ? Mono.empty() : drafts.find(tenant, draft);
    return found.switchIfEmpty(
        find(tenant, modelId)
            .<ModelDraft>flatMap(
                _ ->
                    Mono.error(
                        Problem.conflict(
                            "published_model",
                            "'%s' is published and never changes; begin a draft from it"
                                .formatted(modelId))))
            .switchIfEmpty(Mono.error(() -> unknown(modelId))));
  }

  private static @Nullable UUID draftId(String modelId) {
    try {
      return UUID.fromString(modelId);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  static Problem unknown(String modelId) {
    return Problem.notFound(
        "unknown_model", "There is no scoring model '%s' in this tenant".formatted(modelId));
  }
}
