package io.holdfast.ingestion.identity;

import java.time.Instant;

/** What a payload says about who is who. */
public sealed interface Link {
  /** The user belongs to the account, said for that time. */
  record Membership(String userId, String accountId, Instant at) implements Link {}

  /**
   * The anonymous visitor, or the user by an earlier name, is the user, said for that time. Names
   * lead on to names; those in a circle are one person.
   */
  record Unmasking(String previousId, String userId, Instant at, Instant receivedAt)
      implements Link {

    /** So many names are followed, so that nobody makes an endless chain. */
    static final int LONGEST_CHAIN = 32;
  }
}
