package io.holdfast.scoring.web;

import io.holdfast.tenancy.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PublishRequest")
record PublishRequest(
    @Schema(
            maxLength = 1000,
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "Quarterly review: silence weighed too much in the self-service segment")
        @Nullable String reason) {

  private static final int LONGEST = 1000;

  String given() {
    if (reason == null || reason.isBlank()) {
      throw Problem.unprocessable(
          "missing_reason", "'reason' is missing; say in a sentence what the change is for");
    }
    if (reason.length() > LONGEST || reason.indexOf(0) >= 0) {
      throw Problem.unprocessable(
          "invalid_reason",
          "'reason' has %d characters; it must have at most %d, none of them zero"
              .formatted(reason.length(), LONGEST));
    }
    return reason.strip();
  }
}
