package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record MeetingHeldMessage(
    String meetingId,
    String accountId,
    Instant heldAt,
    @Nullable String kind,
    @Nullable Integer attendees,
    Instant receivedAt,
    @Nullable Instant recordedAt,
    boolean assumed,
    @Nullable String load)
    implements FactMessage {

  static final String TYPE = "ingestion.meeting-held.v1";

  @Override
  public String key() {
    return "meeting " + meetingId;
  }

  @Override
  public Fact toDomain() {
    return new Fact.Meeting(heldAt, kind, attendees);
  }

  @Override
  public Instant newestAt() {
    return heldAt;
  }
}
