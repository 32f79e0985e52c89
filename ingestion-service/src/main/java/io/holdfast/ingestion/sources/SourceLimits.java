package io.holdfast.ingestion.sources;

import io.holdfast.ingestion.sources.Source.Limits;
import io.holdfast.tenancy.Problem;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Holds each source to its own limits, in this instance. What a source sends is let in while it has
 * something left, and is then owed: so a batch larger than a second's worth gets through, and the
 * mean is kept.
 */
@Component
public final class SourceLimits {
  private static final int MOST_KEPT = 10_000;
  private static final double SECOND = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanos;
  private final ConcurrentHashMap<UUID, Account> accounts = new ConcurrentHashMap<>();

  @Autowired
  SourceLimits() {
    this(System::nanoTime);
  }

  SourceLimits(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Refuses with 429 while a source owes more than it is given. */
  public void open(Source source) {
    Account account = account(source);
    synchronized (account) {
      account.earn(source.limits());
      refuse("events_per_second", source.limits().eventsPerSecond(), account.events);
      refuse("bytes_per_second", source.limits().bytesPerSecond(), account.bytes);
    }
  }

  /** Takes what was sent from what the source has left. */
  public void spend(Source source, long events, long bytes) {
    Account account = account(source);
    synchronized (account) {
      account.earn(source.limits());
      account.events -= events;
      account.bytes -= bytes;
    }
  }

  private Account account(Source source) {
    if (accounts.size() > MOST_KEPT) {
      accounts.clear();
    }
    return accounts.computeIfAbsent(
        source.id(), _ -> new Account(source.limits(), nanos.getAsLong()));
  }

  private static void refuse(String limit, long perSecond, double left) {
    if (left > 0) {
      return;
    }
    long seconds = (long) Math.floor(-left / perSecond) + 1;
    throw Problem.tooMany(
            "source_limit_exceeded",
            "This source may send %,d %s. Nothing of this was accepted: send the same again later."
                .formatted(perSecond, limit.replace('_', ' ')),
            Duration.ofSeconds(seconds))
        .with("limit", limit)
        .with("allowed", perSecond);
  }

  /** What a source has left of a second's worth; below zero what it owes. */
  private final class Account {
    private double events;
    private double bytes;
    private long at;

    Account(Limits limits, long at) {
      this.events = limits.eventsPerSecond();
      this.bytes = limits.bytesPerSecond();
      this.at = at;
    }

    void earn(Limits limits) {
      long now = nanos.getAsLong();
      double seconds = (now - at) / SECOND;
      at = now;
      events = Math.min(limits.eventsPerSecond(), events + seconds * limits.eventsPerSecond());
      bytes = Math.min(limits.bytesPerSecond(), bytes + seconds * limits.bytesPerSecond());
    }
  }
}
