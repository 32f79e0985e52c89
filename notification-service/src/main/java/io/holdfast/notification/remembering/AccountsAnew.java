package io.holdfast.notification.remembering;

import reactor.core.publisher.Mono;

/** The tenant's accounts as they are made anew, beside those in use. */
public interface AccountsAnew extends Accounts {

  /** None is known yet. */
  Mono<Void> begin();

  /** The archive tells of it; whatever is heard live knows better. */
  Mono<Void> told(AccountNews news);

  /** They are those in use from now on. */
  Mono<Void> takeTheirPlace();
}
