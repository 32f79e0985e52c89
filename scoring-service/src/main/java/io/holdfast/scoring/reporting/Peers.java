package io.holdfast.scoring.reporting;

import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.signal.CoreFeatures;
import io.holdfast.scoring.value.PeerGroup;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Accounts that are like one. Who they are stays here. */
public interface Peers {

  /** So many at most are read, those of the nearest size. */
  int MOST = 50;

  /**
   * The other accounts that had not left by an instant, with their use in the 28 days up to it and
   * the 28 before, as known at another. Industry, size and plan are those of now.
   */
  Mono<PeerGroup> of(
      TenantId tenant,
      String account,
      CoreFeatures features,
      TenantCalendar calendar,
      Instant until,
      Instant knownAt);
}
