package io.holdfast.scoring.intake;

import io.holdfast.scoring.rescoring.Accounts.Revenue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record AccountMrrChangedMessage(
    String accountId,
    Instant at,
    BigDecimal mrr,
    BigDecimal arr,
    String currency,
    @Nullable LocalDate renewsOn) {

  static final String TYPE = "metrics.account-mrr-changed.v1";

  Revenue toDomain() {
    return new Revenue(accountId, at, mrr, arr, currency, renewsOn);
  }
}
