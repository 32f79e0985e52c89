package io.holdfast.scoring.intake;

import io.holdfast.scoring.picture.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record ContactRecordedMessage(
    String contactId,
    String accountId,
    @Nullable String role,
    @Nullable String department,
    @Nullable Boolean active,
    @Nullable LocalDate leftOn,
    Instant receivedAt,
    @Nullable Instant recordedAt,
    boolean assumed,
    @Nullable String load)
    implements FactMessage {

  static final String TYPE = "ingestion.contact-recorded.v1";

  @Override
  public String key() {
    return contactId;
  }

  /** That somebody is not active has no date: it counts from its receipt. */
  @Override
  public Fact toDomain() {
    boolean gone = leftOn == null && Boolean.FALSE.equals(active);
    return new Fact.Contact(
        Objects.requireNonNullElse(recordedAt, receivedAt),
        role,
        department,
        leftOn,
        gone ? receivedAt : null);
  }

  @Override
  public Instant newestAt() {
    return receivedAt;
  }
}
