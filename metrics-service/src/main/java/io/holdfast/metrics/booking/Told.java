package io.holdfast.metrics.booking;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.Standing;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** What the other services were told before. */
public interface Told {

  /** Keeps the standings and gives back those that are not what was told last. */
  Mono<List<Standing>> newStandings(Collection<Standing> standings);

  /**
   * What was told of the first was told of the other. Of the movements of both together those are
   * known that are of a day on which one of the two was told to have moved.
   */
  Mono<Void> takeOver(AccountId from, AccountId into, Collection<AccountMovement> movements);

  /** Keeps the movements and gives back those that were not told, or with another amount. */
  Mono<List<AccountMovement>> newMovements(Collection<AccountMovement> movements);
}
