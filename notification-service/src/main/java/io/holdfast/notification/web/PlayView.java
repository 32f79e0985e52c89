package io.holdfast.notification.web;

import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/** A play, as it is kept: trigger, steps and exits are data. */
@Schema(name = "Play")
record PlayView(
    @Schema(example = "escalation-handshake") String key,
    int version,
    String name,
    @Schema(allowableValues = {"voluntary", "involuntary"}) String kind,
    @Schema(allowableValues = {"draft", "live"}) String state,
    @Schema(example = "PT24H", description = "How long the same severity is not told again")
        String cooldown,
    @Schema(type = "array", description = "Any one of these sets it off") JsonNode trigger,
    @Schema(type = "array", description = "What it does, in order") JsonNode steps,
    @Schema(type = "array", description = "Any one of these ends it and closes its alert")
        JsonNode exits) {

  static PlayView of(JsonNode play) {
    return new PlayView(
        play.required("key").asString(),
        play.required("version").asInt(),
        play.required("name").asString(),
        play.required("kind").asString(),
        play.required("state").asString(),
        play.required("cooldown").asString(),
        play.required("trigger"),
        play.required("steps"),
        play.required("exits"));
  }
}
