package io.holdfast.metrics.intake;

import io.holdfast.metrics.booking.NamedAccount;
import io.holdfast.metrics.contract.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record AccountRecordedMessage(String accountId, @Nullable String name, Instant receivedAt) {

  static final String TYPE = "ingestion.account-recorded.v1";

  NamedAccount toDomain() {
    return new NamedAccount(new AccountId(accountId), name, receivedAt);
  }
}
