package io.holdfast.metrics.booking;

import io.holdfast.metrics.closing.ClosedBooks;
import io.holdfast.metrics.closing.Closing;
import io.holdfast.metrics.contract.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The periods a tenant closed in the currency it reports in now. */
public interface Closings {

  /** The first closed first. */
  Mono<List<Closing>> all();

  /**
   * What is closed of these accounts; empty while nothing is.
   *
   * @param knownAt leaves out what was closed later; null leaves out nothing
   */
  Mono<Optional<ClosedBooks>> of(Collection<AccountId> accounts, @Nullable Instant knownAt);

  /** Keeps what is reported until the end of the period as it is now. */
  Mono<Void> close(Closing closing);
}
