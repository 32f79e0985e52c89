package io.holdfast.messaging.deadletter;

import io.holdfast.tenancy.TenantId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/**
 * Letters that name no tenant may hold anybody's data, and nobody but the platform's team can find
 * them: they go after 30 days. Several instances may do so.
 */
final class ExpiredUnattributed {
  private final DatabaseClient background;

  ExpiredUnattributed(DatabaseClient background) {
    this.background = background;
  }

  /** Relies on dead_letter_failed. */
  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT6H")
  Mono<Void> remove() {
    return background
        .sql(
            "delete from dead_letter where tenant_id = $1 and failed_at < now() - interval '30"
                + " days'")
        .bind(0, TenantId.UNATTRIBUTED)
        .then();
  }
}
