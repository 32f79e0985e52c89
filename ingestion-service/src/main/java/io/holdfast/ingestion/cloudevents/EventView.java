package io.holdfast.ingestion.cloudevents;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.ingestion.entry.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What became of one event. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
    @Schema(description = "Its place in the batch, from 0") int index,
    @Nullable String id,
    @Nullable String source,
    @Schema(allowableValues = {"accepted", "rejected"}) String status,
    @Nullable String code,
    @Schema(description = "The attribute or member of data at fault") @Nullable String attribute,
    @Nullable String message) {
  private static final int SHOWN = 200;

  static EventView accepted(int index, JsonNode event) {
    return new EventView(
        index, shown(event, "id"), shown(event, "source"), "accepted", null, null, null);
  }

  static EventView rejected(int index, JsonNode event, Refused refused) {
    return new EventView(
        index,
        shown(event, "id"),
        shown(event, "source"),
        "rejected",
        refused.code(),
        refused.attribute(),
        refused.message());
  }

  private static @Nullable String shown(JsonNode event, String attribute) {
    JsonNode value = event.path(attribute);
    return value.isString() ? PlainText.of(value.asString(), SHOWN) : null;
  }
}
