package io.holdfast.scoring.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

@Schema(name = "ScoringModelRequest", description = "One of the two")
record ModelRequest(
    @Schema(
            type = "object",
            description =
                "The whole model, as GET shows it. Publishing gives it its version; a model with"
                    + " the `key` of a published one becomes that one's next version")
        @Nullable JsonNode model,
    @Schema(
            description =
                "A published model to begin with, or one that comes with Holdfast: `enterprise-v1`,"
                    + " `enterprise-v2`, `full-relationship-v1`, `starter-v1`",
            example = "enterprise-v1")
        @Nullable String from) {}
