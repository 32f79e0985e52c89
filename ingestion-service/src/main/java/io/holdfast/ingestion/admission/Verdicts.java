package io.holdfast.ingestion.admission;

import io.holdfast.ingestion.entry.Attributed;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Reason;
import io.holdfast.ingestion.entry.Verdict;
import io.holdfast.ingestion.identity.Telling;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What became of each entry of a batch, by identity: two entries may say the same. */
public final class Verdicts {
  private final Map<Entry, Verdict> all = new IdentityHashMap<>();
  private final Map<Entry, Reason> reasons = new IdentityHashMap<>();
  private final Map<Entry, String> accounts = new IdentityHashMap<>();

  public Verdict of(Entry entry) {
    return all.getOrDefault(entry, Verdict.DUPLICATE);
  }

  /** Why it waits. */
  public Optional<Reason> reason(Entry entry) {
    return Optional.ofNullable(reasons.get(entry));
  }

  /** The account it was attributed to. */
  public Optional<String> account(Entry entry) {
    return Optional.ofNullable(accounts.get(entry));
  }

  public long accepted(Collection<Entry> entries) {
    return entries.stream().filter(entry -> of(entry) == Verdict.ACCEPTED).count();
  }

  /** The same, said of what entries were made of; of several parts one that is new tells. */
  Verdicts asOf(Map<Entry, Entry> originals) {
    originals.forEach(
        (masked, original) -> {
          Verdict verdict = all.get(masked);
          if (verdict != null) {
            all.merge(original, verdict, (one, other) -> one == Verdict.ACCEPTED ? one : other);
          }
          reason(masked).ifPresent(reason -> reasons.put(original, reason));
          account(masked).ifPresent(account -> accounts.put(original, account));
        });
    return this;
  }

  void putAll(Telling telling) {
    all.putAll(telling.verdicts());
  }

  Mono<Void> accept(List<Attributed> stored, Set<Entry> news) {
    for (Attributed one : stored) {
      accounts.put(one.entry(), one.accountId());
      all.put(one.entry(), news.contains(one.entry()) ? Verdict.ACCEPTED : Verdict.DUPLICATE);
    }
    return Mono.empty();
  }

  void wait(Map<Entry, Reason> waiting, Set<Entry> news) {
    reasons.putAll(waiting);
    for (Entry entry : waiting.keySet()) {
      all.put(entry, news.contains(entry) ? Verdict.WAITING : Verdict.DUPLICATE);
    }
  }
}
