package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.rescoring.AccountPictures.AccountFact;
import io.holdfast.scoring.rescoring.Accounts.MasterData;
import io.holdfast.scoring.rescoring.News;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record AccountRecordedMessage(
    String accountId,
    @Nullable String name,
    @Nullable String industry,
    @Nullable String country,
    @Nullable Long employees,
    @Nullable String ownerEmail,
    @Nullable String parentAccountId,
    @Nullable Instant createdAt,
    @Nullable Map<String, String> externalIds,
    @Nullable Map<String, Object> traits,
    Instant receivedAt,
    @Nullable Instant recordedAt,
    boolean assumed,
    @Nullable String load)
    implements Knowable {

  static final String TYPE = "ingestion.account-recorded.v1";

  private static final String FIRST = "first";

  MasterData toDomain() {
    return new MasterData(
        accountId,
        recordedAt == null ? receivedAt : recordedAt,
        name,
        industry,
        country,
        employees,
        ownerEmail,
        parentAccountId,
        createdAt,
        externalIds == null ? Map.of() : externalIds,
        traits == null ? Map.of() : traits);
  }

  /** When the account began: at its creation, else when it was first heard of. */
  AccountFact arrival(String messageId) {
    return createdAt == null
        ? new AccountFact(
            accountId,
            FIRST,
            new Recorded("heard of", new Fact.Arrival(receivedAt), Knowledge.at(receivedAt)))
        : new AccountFact(
            accountId,
            messageId,
            new Recorded("created", new Fact.Arrival(createdAt), knowledge()));
  }

  News news() {
    return new News(accountId, receivedAt, receivedAt, load);
  }
}
