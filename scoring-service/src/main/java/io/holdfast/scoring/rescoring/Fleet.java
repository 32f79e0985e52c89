package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.picture.FleetDay;
import io.holdfast.scoring.picture.FleetGap;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A tenant's accounts together. The gaps that were kept are part of the {@link Rulebook}. */
public interface Fleet {

  /** How far the fleet was looked at. */
  Mono<Watched> watched(TenantId tenant);

  /** The same, locked until the transaction ends, after whoever else is looking. */
  Mono<Watched> lock(TenantId tenant);

  /** How many live accounts were expected on each of the days, and how many of them silent. */
  Flux<FleetDay> use(TenantId tenant, Collection<LocalDate> days, ZoneId zone);

  /** Keeps how far was looked, and gaps that are new or changed. */
  Mono<Void> keep(TenantId tenant, Watched watched, List<FleetGap> gaps);

  /**
   * @param through the last day that was looked at
   * @param at when
   */
  record Watched(LocalDate through, Instant at) {

    public static final Watched NEVER = new Watched(LocalDate.EPOCH, Instant.EPOCH);
  }
}
