package io.holdfast.notification.intake;

import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.notification.remembering.AccountNews;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ingestion.account-recorded.v1}, as far as it matters here. */
record AccountRecordedMessage(String accountId, String name, @Nullable String ownerEmail) {

  private static final String TYPE = "ingestion.account-recorded.v1";

  static List<AccountNews> newsOf(List<ReceivedMessage> messages) {
    return messages.stream()
        .filter(message -> message.type().equals(TYPE))
        .map(message -> message.as(AccountRecordedMessage.class).toNews())
        .toList();
  }

  AccountNews toNews() {
    return new AccountNews(accountId, name, ownerEmail);
  }
}
