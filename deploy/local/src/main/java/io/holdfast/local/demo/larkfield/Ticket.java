package io.holdfast.local.demo.larkfield;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A support ticket. */
record Ticket(
    String id,
    String account,
    Instant openedAt,
    @Nullable Instant closedAt,
    String severity,
    @Nullable Integer csat)
    implements Row {

  @Override
  public String csv() {
    return Row.line(id, account, openedAt, closedAt, severity, csat);
  }

  @Override
  public LocalDate latest() {
    return Row.later(day(openedAt), closedAt == null ? null : day(closedAt));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
