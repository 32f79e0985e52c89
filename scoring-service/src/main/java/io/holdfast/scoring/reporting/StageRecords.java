package io.holdfast.scoring.reporting;

import io.holdfast.scoring.journey.Stage;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Which stages accounts entered: records of what was decided. */
public interface StageRecords {

  /** Oldest first. */
  Flux<StageRecord> of(TenantId tenant, String account, Instant to);

  /**
   * @param from null for the first stage of all
   */
  record StageRecord(Instant at, @Nullable Stage from, Stage to) {}
}
