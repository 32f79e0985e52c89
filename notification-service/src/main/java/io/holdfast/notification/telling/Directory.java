package io.holdfast.notification.telling;

import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Recipients;
import java.util.List;
import reactor.core.publisher.Mono;

/** Knows accounts and the people who work with them. */
public interface Directory {

  Mono<AccountCard> account(String accountId);

  /** Addresses of the managers and administrators who may be told. */
  Mono<List<EmailAddress>> operators();

  /**
   * @param name of the account, its id where none is known
   */
  record AccountCard(String name, Recipients recipients) {}
}
