package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record TicketRecordedMessage(
    String ticketId,
    String accountId,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable String severity,
    @Nullable String csat,
    Instant receivedAt,
    @Nullable Instant recordedAt,
    boolean assumed,
    @Nullable String load)
    implements FactMessage {

  static final String TYPE = "ingestion.ticket-recorded.v1";

  @Override
  public String key() {
    return ticketId;
  }

  @Override
  public Fact toDomain() {
    return new Fact.Ticket(
        openedAt, closedAt, severity, csat == null ? null : new BigDecimal(csat));
  }

  @Override
  public Instant newestAt() {
    return closedAt == null ? openedAt : closedAt;
  }
}
