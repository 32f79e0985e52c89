package io.holdfast.tenancy.repeating;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/** Removes the answers of all tenants that are kept no longer. Several instances may do so. */
final class ExpiredAnswers {
  private final DatabaseClient background;

  ExpiredAnswers(DatabaseClient background) {
    this.background = background;
  }

  /** Relies on idempotency_expiry. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
  Mono<Void> remove() {
    return background.sql("delete from idempotency where expires_at < now()").then();
  }
}
