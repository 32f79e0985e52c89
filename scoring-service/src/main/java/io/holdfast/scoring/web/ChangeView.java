package io.holdfast.scoring.web;

import io.holdfast.scoring.change.ScoreChange;
import io.holdfast.scoring.change.ScoreChange.Part;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "HealthChange",
    description = "The parts' points sum to the change exactly as printed (two decimals)")
record ChangeView(
    String accountId,
    Instant from,
    Instant to,
    @Schema(description = "At `from`; null while too little was known")
        @Nullable BigDecimal scoreFrom,
    @Schema(description = "At `to`; null while too little is known") @Nullable BigDecimal scoreTo,
    @Schema(description = "Null without a score at either instant") @Nullable BigDecimal change,
    String modelFrom,
    String modelTo,
    @Schema(description = "The change for people") String sentence,
    @Schema(description = "What moved the score, furthest first") List<PartView> parts) {

  @Schema(name = "HealthChangePart")
  record PartView(
      @Schema(description = "Of the signal; for other kinds the kind's own name") String key,
      String name,
      @Schema(description = "signal, missing_data, override, model_version or late_knowledge")
          String kind,
      @Schema(description = "Added to the score; negative when taken from it") BigDecimal points,
      String sentence) {

    static PartView of(Part part) {
      return new PartView(
          part.key(),
          part.name(),
          part.kind().name().toLowerCase(Locale.ROOT),
          part.points(),
          part.sentence());
    }
  }

  static ChangeView of(String account, Instant from, Instant to, ScoreChange change) {
    return new ChangeView(
        account,
        from,
        to,
        change.before().health().score(),
        change.after().health().score(),
        change.change(),
        change.before().model().id(),
        change.after().model().id(),
        change.sentence(),
        change.parts().stream().map(PartView::of).toList());
  }
}
