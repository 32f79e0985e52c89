package io.holdfast.notification.telling;

import io.holdfast.notification.person.Recipients;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Knows accounts and the people who work with them. */
public interface Directory {

  Mono<AccountCard> account(String accountId);

  /** Ingestion recorded the account. */
  Mono<Void> recorded(String accountId, String name, @Nullable String ownerEmail);

  /** Scoring mentioned it: fills in what is not known yet. */
  Mono<Void> mentioned(String accountId, String name, @Nullable String ownerEmail);

  /**
   * @param name of the account, its id where none is known
   */
  record AccountCard(String name, Recipients recipients) {}
}
