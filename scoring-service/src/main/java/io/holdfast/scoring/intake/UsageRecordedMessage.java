package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.rescoring.AccountPictures.AccountUse;
import io.holdfast.scoring.rescoring.News;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record UsageRecordedMessage(
    String eventId,
    String accountId,
    @Nullable String userId,
    String event,
    Instant occurredAt,
    int count,
    Instant receivedAt,
    @Nullable Instant recordedAt,
    boolean assumed,
    @Nullable String load)
    implements Knowable {

  static final String TYPE = "ingestion.usage-recorded.v1";

  AccountUse toDomain() {
    return new AccountUse(
        accountId,
        eventId,
        new Use(occurredAt, knowledge().of(occurredAt), assumed, userId, event, count));
  }

  News news() {
    return new News(accountId, occurredAt, receivedAt, load);
  }
}
