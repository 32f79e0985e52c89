package io.holdfast.notification.intake;

import org.jspecify.annotations.Nullable;

/** {@code ingestion.account-recorded.v1}, as far as it matters here. */
record AccountRecordedMessage(String accountId, String name, @Nullable String ownerEmail) {

  static final String TYPE = "ingestion.account-recorded.v1";
}
