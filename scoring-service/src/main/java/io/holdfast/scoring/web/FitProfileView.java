package io.holdfast.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.holdfast.scoring.fitting.FitVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "FitProfile",
    description = "All null while the tenant has none; `advice` says how to make one")
@JsonInclude(JsonInclude.Include.ALWAYS)
record FitProfileView(
    @Nullable Integer version,
    @Schema(type = "object", description = "As it was published") @JsonRawValue
        @Nullable String profile,
    @Nullable Instant publishedAt,
    @Nullable String publishedBy,
    @Nullable String reason,
    @Schema(description = "What to do while there is none") @Nullable String advice) {

  static final FitProfileView NONE =
      new FitProfileView(null, null, null, null, null, FitView.ADVICE);

  static FitProfileView of(FitVersion version) {
    return new FitProfileView(
        version.version(), version.document(), version.at(), version.by(), version.reason(), null);
  }
}
