package io.holdfast.scoring.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PublishRequest")
record PublishRequest(
    @Schema(
            maxLength = Reason.LONGEST,
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "Quarterly review: silence weighed too much in the self-service segment")
        @Nullable String reason) {

  String given() {
    return Reason.given(reason, "what the change is for");
  }
}
