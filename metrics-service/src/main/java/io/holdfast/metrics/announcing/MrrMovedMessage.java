package io.holdfast.metrics.announcing;

import io.holdfast.metrics.contract.AccountId;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.money.CurrencyCode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record MrrMovedMessage(
    String accountId,
    LocalDate on,
    String kind,
    @Nullable String churnKind,
    String amount,
    String currency,
    boolean recovered) {

  static final String TYPE = "metrics.mrr-moved.v1";

  static MrrMovedMessage of(AccountId account, Movement movement, CurrencyCode currency) {
    return new MrrMovedMessage(
        account.value(),
        movement.on(),
        movement.kind().name().toLowerCase(Locale.ROOT),
        movement.churnKind() == null ? null : movement.churnKind().name().toLowerCase(Locale.ROOT),
        movement.amount().toString(),
        currency.value(),
        movement.recovered());
  }
}
