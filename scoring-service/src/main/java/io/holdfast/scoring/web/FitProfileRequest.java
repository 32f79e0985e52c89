package io.holdfast.scoring.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

@Schema(name = "FitProfileRequest")
record FitProfileRequest(
    @Schema(
            type = "object",
            requiredMode = Schema.RequiredMode.REQUIRED,
            description =
                "`criteria`, each with `key`, `attribute` (industry, country, region, employees,"
                    + " integrations, use_case, source or traits.<name>), one of `oneOf`, `range`"
                    + " (`from`, `to`) and `containsAll`, `weight` (they sum to 1) and `required`;"
                    + " `good` and `fair`, the scores from which a fit is so; `leastCoverage`")
        @Nullable JsonNode profile,
    @Schema(
            maxLength = Reason.LONGEST,
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "First profile, from the customers we kept")
        @Nullable String reason) {

  String given() {
    return Reason.given(reason, "what the profile is for");
  }
}
