package io.holdfast.metrics.booking;

import io.holdfast.metrics.booking.Agenda.Look;
import io.holdfast.metrics.contract.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Which account is to be looked at when. */
public interface PlannedLooks {

  Mono<Void> replace(Collection<Look> looks);

  Mono<List<AccountId>> due(Instant now);

  Mono<Optional<Instant>> first();
}
