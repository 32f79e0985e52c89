package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.SamePerson;
import java.time.Instant;

/** Two names are one person's. */
record UserMergedMessage(String previousId, String userId, Instant statedAt, Instant receivedAt) {
  static final String TYPE = "ingestion.user-merged.v1";

  SamePerson toDomain() {
    return new SamePerson(previousId, userId, statedAt, receivedAt);
  }
}
