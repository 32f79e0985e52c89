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
    @Nullable String visitorId,
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
        new Use(occurredAt, knowledge().of(occurredAt), assumed, person(), event, count));
  }

  /** By the name it came with: who that is, is told of names. */
  private @Nullable String person() {
    return visitorId == null ? userId : visitorId;
  }

  News news() {
    return new News(accountId, occurredAt, receivedAt, load);
  }
}
