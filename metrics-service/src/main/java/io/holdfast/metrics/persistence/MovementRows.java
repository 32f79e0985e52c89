package io.holdfast.metrics.persistence;

import io.holdfast.metrics.contract.SubscriptionId;
import io.holdfast.metrics.ledger.AccountMovement;
import io.holdfast.metrics.ledger.ChurnKind;
import io.holdfast.metrics.ledger.Correction;
import io.holdfast.metrics.ledger.Movement;
import io.holdfast.metrics.ledger.MovementKind;
import io.holdfast.metrics.money.Amount;
import io.r2dbc.spi.Readable;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Movements as they are read. */
final class MovementRows {

  static final String COLUMNS =
      "account_id, on_day, kind, concerns, amount, churn_kind, reason, subscriptions, recovered,"
          + " facts";

  private MovementRows() {}

  static AccountMovement movement(Readable row) {
    Columns of = new Columns(row);
    MovementKind kind = MovementKind.valueOf(of.text("kind"));
    Movement movement =
        new Movement(
            of.day("on_day"),
            kind,
            new Amount(of.number("amount")),
            churnKind(of),
            of.optional("reason", String.class),
            Stream.of(of.required("subscriptions", String[].class))
                .map(SubscriptionId::new)
                .toList(),
            of.required("recovered", Boolean.class),
            kind == MovementKind.RESTATEMENT ? correction(of) : null);
    return new AccountMovement(of.account(), movement);
  }

  private static Correction correction(Columns of) {
    return new Correction(
        YearMonth.from(of.day("concerns")), List.of(of.required("facts", String[].class)));
  }

  private static @Nullable ChurnKind churnKind(Columns of) {
    String kind = of.optional("churn_kind", String.class);
    return kind == null ? null : ChurnKind.valueOf(kind);
  }
}
