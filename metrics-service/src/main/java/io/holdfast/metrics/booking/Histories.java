package io.holdfast.metrics.booking;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.knowledge.Recorded;
import io.holdfast.metrics.knowledge.RecordedHistory;
import io.holdfast.metrics.money.CurrencyCode;
import io.holdfast.metrics.money.ExchangeRate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Reads back what was heard. */
public interface Histories {

  Mono<TenantSettings> settings();

  /**
   * The rates between a currency and those that contracts are in, the later known of one day later.
   */
  Mono<List<Recorded<ExchangeRate>>> rates(CurrencyCode report);

  /** The accounts that have, or had, a contract in one of these currencies. */
  Mono<Set<AccountId>> payingIn(Collection<CurrencyCode> currencies);

  Mono<List<RecordedHistory>> of(Collection<AccountId> accounts);
}
