package io.holdfast.ingestion.tracking;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a list of events as it is documented; it is read token by token, so that each fault
 * can be said.
 */
@Schema(name = "Batch")
record BatchRequest(
    @Schema(description = "At most 2,500") List<Event> batch,
    @Nullable String writeKey,
    @Schema(description = "Goes into each event") @Nullable Map<String, Object> context,
    @Nullable Instant sentAt) {

  @Schema(name = "Event", description = "As Segment's SDKs send it; further members are allowed")
  record Event(
      @Schema(allowableValues = {"track", "identify", "group", "page", "screen", "alias"})
          String type,
      @Schema(maxLength = 100) @Nullable String messageId,
      @Schema(maxLength = 200) @Nullable String userId,
      @Schema(maxLength = 200) @Nullable String anonymousId,
      @Schema(description = "Of a track call: its name", maxLength = 200) @Nullable String event,
      @Schema(
              description =
                  "Of an alias call: the name by which the user was known before, a visitor's or a"
                      + " user's. What was used under it counts as the user's, also what comes"
                      + " later",
              maxLength = 200)
          @Nullable String previousId,
      @Schema(description = "Of a group call: the account", maxLength = 200)
          @Nullable String groupId,
      @Schema(
              description =
                  "When it happened; else originalTimestamp, else when it is received. A number"
                      + " counts seconds since 1970, or milliseconds from 10^11 on. Before 2000 or"
                      + " more than 5 minutes ahead, the event waits in quarantine")
          @Nullable Instant timestamp,
      @Schema(description = "groupId is the account; active: false counts as no use")
          @Nullable Map<String, Object> context,
      @Schema(description = "Of identify and group calls") @Nullable Map<String, Object> traits,
      @Nullable Map<String, Object> properties) {}
}
