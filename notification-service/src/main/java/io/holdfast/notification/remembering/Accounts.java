package io.holdfast.notification.remembering;

import reactor.core.publisher.Mono;

/** What the tenant's accounts are called and who looks after them. */
public interface Accounts {

  /** Ingestion recorded it just now. */
  Mono<Void> recorded(AccountNews news);

  /** Scoring mentioned it just now: fills in what is not known yet. */
  Mono<Void> mentioned(AccountNews news);
}
