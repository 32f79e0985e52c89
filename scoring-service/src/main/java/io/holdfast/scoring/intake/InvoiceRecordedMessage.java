package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record InvoiceRecordedMessage(
    String invoiceId,
    String accountId,
    LocalDate issuedOn,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate paidOn,
    @Nullable String status,
    Instant receivedAt,
    @Nullable Instant recordedAt,
    boolean assumed,
    @Nullable String load)
    implements FactMessage {

  static final String TYPE = "ingestion.invoice-recorded.v1";

  private static final Set<String> SETTLED = Set.of("paid", "void", "uncollectible");

  @Override
  public String key() {
    return invoiceId;
  }

  @Override
  public Fact toDomain() {
    boolean settled = paidOn == null && status != null && SETTLED.contains(status);
    return new Fact.Invoice(issuedOn, dueOn, paidOn, settled ? receivedAt : null);
  }

  @Override
  public Instant newestAt() {
    return FactMessage.newest(issuedOn, paidOn);
  }
}
