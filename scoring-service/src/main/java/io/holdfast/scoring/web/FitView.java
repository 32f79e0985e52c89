package io.holdfast.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.scoring.fit.Fit;
import io.holdfast.scoring.fit.FitReason;
import io.holdfast.scoring.fit.FitVerdict;
import io.holdfast.scoring.fitting.FitVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "Fit")
@JsonInclude(JsonInclude.Include.ALWAYS)
record FitView(
    @Schema(description = "good, fair, bad or unknown") String verdict,
    @Schema(description = "0.00 to 100.00; null when nothing is known or there is no profile")
        @Nullable BigDecimal score,
    @Schema(description = "Share of the profile's weight that something is known of")
        BigDecimal coverage,
    @Schema(description = "Of the profile it was checked against") @Nullable Integer profileVersion,
    @Schema(description = "In the order of their keys; points sum to the score")
        List<ReasonView> reasons,
    @Schema(description = "What to do while there is no profile") @Nullable String advice) {

  static final String ADVICE =
      "This tenant has no ideal customer profile, so nothing is said of fit. Publish one with POST"
          + " /api/v1/fit-profile/versions";

  @Schema(name = "FitReason")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ReasonView(
      String key,
      String attribute,
      boolean required,
      @Schema(description = "met, partly, failed or unknown") String state,
      BigDecimal points,
      @Schema(description = "What it could have given; 0.00 when unknown") BigDecimal of,
      String sentence) {

    static ReasonView of(FitReason reason) {
      return new ReasonView(
          reason.criterion().key(),
          reason.criterion().attribute().key(),
          reason.criterion().required(),
          reason.state().key(),
          reason.points(),
          reason.most(),
          reason.sentence());
    }
  }

  static final FitView NO_PROFILE =
      new FitView(FitVerdict.UNKNOWN.key(), null, BigDecimal.ZERO, null, List.of(), ADVICE);

  static FitView of(FitVersion version, Fit fit) {
    return new FitView(
        fit.verdict().key(),
        fit.score().orElse(null),
        fit.coverage(),
        version.version(),
        fit.reasons().stream().map(ReasonView::of).toList(),
        null);
  }
}
