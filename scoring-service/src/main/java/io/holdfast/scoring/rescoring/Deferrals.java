package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.health.Cause;
import io.holdfast.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Accounts whose history is still arriving. */
public interface Deferrals {

  /** Remembers that history arrived; gives the accounts that did not wait before. */
  Flux<String> defer(TenantId tenant, Map<String, Cause> accounts, Instant at);

  /** Which of the accounts wait. */
  Mono<Set<String>> waiting(TenantId tenant, Collection<String> accounts);

  /** Whether any account of the tenant waits for a load of history. */
  Mono<Boolean> loading(TenantId tenant);

  /** Locked until the transaction ends; without those that news is arriving of at this moment. */
  Flux<Deferral> lockFree(TenantId tenant, Collection<String> accounts);

  Mono<Void> end(TenantId tenant, Collection<String> accounts);

  /**
   * An account waits until it was quiet for a moment, but not for ever. A load of history that is
   * still under way keeps all its accounts waiting: judged halfway through, they would seem to have
   * stopped where the load has got to.
   *
   * @param loadedAt when anything last arrived of a load of the tenant
   */
  record Deferral(
      String account, Instant firstAt, Instant lastAt, Cause cause, @Nullable Instant loadedAt) {

    static final Duration QUIET = Duration.ofSeconds(4);
    static final Duration LONGEST = Duration.ofSeconds(60);
    static final Duration LONGEST_LOAD = Duration.ofMinutes(15);

    Instant until() {
      boolean loading = cause == Cause.LOAD;
      Instant newest = loading && loadedAt != null && loadedAt.isAfter(lastAt) ? loadedAt : lastAt;
      Instant quiet = newest.plus(QUIET);
      Instant longest = firstAt.plus(loading ? LONGEST_LOAD : LONGEST);
      return quiet.isBefore(longest) ? quiet : longest;
    }
  }
}
