package io.holdfast.ingestion.identity;

import java.time.Instant;

/** What a payload says about who is who. */
public sealed interface Link {
  /** The user belongs to the account, said for that time. */
  record Membership(String userId, String accountId, Instant at) implements Link {}

  /** The anonymous visitor, or the user of another name, is the user, said for that time. */
  record Unmasking(String anonymousId, String userId, Instant at) implements Link {}
}
