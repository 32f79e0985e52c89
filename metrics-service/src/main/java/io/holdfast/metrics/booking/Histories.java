package io.holdfast.metrics.booking;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.knowledge.Recorded;
import io.holdfast.metrics.knowledge.RecordedHistory;
import io.holdfast.metrics.money.ExchangeRate;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads back what was heard. */
public interface Histories {

  Mono<TenantSettings> settings();

  Mono<List<Recorded<ExchangeRate>>> rates();

  Mono<List<RecordedHistory>> of(Collection<AccountId> accounts);
}
