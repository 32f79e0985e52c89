package io.holdfast.metrics.intake;

import io.holdfast.metrics.billing.Invoice;
import io.holdfast.metrics.contract.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record InvoiceRecordedMessage(
    String invoiceId,
    String accountId,
    LocalDate issuedOn,
    BigDecimal amount,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate paidOn,
    @Nullable String status,
    Instant receivedAt,
    @Nullable Instant recordedAt)
    implements Knowable {

  static final String TYPE = "ingestion.invoice-recorded.v1";

  /**
   * @param account that it was told of
   */
  Invoice toDomain(AccountId account) {
    return new Invoice(
        invoiceId,
        account,
        issuedOn,
        amount,
        dueOn,
        paidOn,
        status == null
            ? Invoice.Status.UNKNOWN
            : Invoice.Status.valueOf(status.toUpperCase(Locale.ROOT)));
  }
}
