package io.holdfast.ingestion.identity;

import java.time.Instant;

/** What a payload says about who is who. */
public sealed interface Link {
  /** The user belongs to the account, said for that time. */
  record Membership(String userId, String accountId, Instant at) implements Link {}

  /** The anonymous visitor is the user. */
  record Unmasking(String anonymousId, String userId) implements Link {}
}
