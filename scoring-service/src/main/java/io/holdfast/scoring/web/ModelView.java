package io.holdfast.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.holdfast.scoring.publishing.ModelDraft;
import io.holdfast.scoring.reporting.PublishedModels.PublishedModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Schema(name = "ScoringModel", description = "A draft, or a published version: that never changes")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ModelView(
    @Schema(description = "Of a published one key and version, e.g. enterprise-v2") String id,
    @Schema(description = "draft or published") String state,
    @Schema(description = "Whether accounts are scored by it") boolean inForce,
    @Nullable Instant publishedAt,
    @Nullable String publishedBy,
    @Schema(description = "What it was published for") @Nullable String reason,
    @Schema(description = "When its yearly review is due") @Nullable LocalDate reviewDueOn,
    @Schema(description = "Of a draft") @Nullable Instant changedAt,
    @Schema(description = "Of a draft") @Nullable String changedBy,
    @Schema(type = "object", description = "Axes, signals, weights, curves, thresholds, prior")
        @JsonRawValue
        String model) {

  private static final int REVIEW_MONTHS = 12;

  static ModelView of(PublishedModel model, String inForce) {
    return new ModelView(
        model.id(),
        "published",
        model.id().equals(inForce),
        model.publishedAt(),
        model.publishedBy(),
        model.reason(),
        LocalDate.ofInstant(model.publishedAt(), ZoneOffset.UTC).plusMonths(REVIEW_MONTHS),
        null,
        null,
        model.document());
  }

  static ModelView of(ModelDraft draft) {
    return new ModelView(
        draft.id().toString(),
        "draft",
        false,
        null,
        null,
        null,
        null,
        draft.changedAt(),
        draft.changedBy(),
        draft.document());
  }

  /** By which lists are in order. */
  Instant at() {
    return publishedAt == null && changedAt != null
        ? changedAt
        : Objects.requireNonNull(publishedAt);
  }
}
