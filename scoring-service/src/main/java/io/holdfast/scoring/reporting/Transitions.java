package io.holdfast.scoring.reporting;

import io.holdfast.tenancy.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The record of band changes. */
public interface Transitions {

  record Transition(
      Instant at, @Nullable String from, String to, @Nullable BigDecimal score, String cause) {}

  /** Of one account, oldest first. */
  Flux<Transition> of(TenantId tenant, String account, Instant from, Instant to);
}
