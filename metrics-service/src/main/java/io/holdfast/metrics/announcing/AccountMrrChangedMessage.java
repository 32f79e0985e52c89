package io.holdfast.metrics.announcing;

import io.holdfast.metrics.ledger.Standing;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record AccountMrrChangedMessage(
    String accountId,
    Instant at,
    String mrr,
    String arr,
    String currency,
    @Nullable LocalDate renewsOn) {

  static final String TYPE = "metrics.account-mrr-changed.v1";

  static AccountMrrChangedMessage of(Standing standing, Instant at) {
    return new AccountMrrChangedMessage(
        standing.account().value(),
        at,
        standing.mrr().toString(),
        standing.arr().toString(),
        standing.currency().value(),
        standing.renewsOn());
  }
}
