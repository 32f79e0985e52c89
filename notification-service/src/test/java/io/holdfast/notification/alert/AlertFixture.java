package io.holdfast.notification.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Alerts and what they are made of, for tests. */
public final class AlertFixture {

  public static final Instant MORNING = Instant.parse("2026-03-09T08:00:00Z");

  private AlertFixture() {}

  public static Reason weeklyUsers(int value, int baseline) {
    return new Reason(
        "weekly_active_users",
        BigDecimal.valueOf(value),
        "people",
        BigDecimal.valueOf(baseline),
        "Weekly active users " + value + ", own baseline " + baseline + " over 8 weeks (−78%)");
  }

  public static Warning usageWarning(Severity severity) {
    return warning(AlertKind.VOLUNTARY, severity);
  }

  public static Warning paymentWarning() {
    return warning(AlertKind.INVOLUNTARY, Severity.WARNING);
  }

  private static Warning warning(AlertKind kind, Severity severity) {
    return new Warning(
        "acme",
        kind,
        kind == AlertKind.VOLUNTARY ? "escalation-handshake" : "payment-recovery",
        severity,
        "Weekly active users 9 against 40 (−78%), now at risk",
        List.of(weeklyUsers(9, 40)),
        Band.AT_RISK,
        Band.HEALTHY,
        new BigDecimal("51.8"),
        MORNING,
        false);
  }

  public static Alert openAlert(Warning warning) {
    return new Alert(UUID.randomUUID(), warning, AlertState.OPEN, MORNING, null, null, null);
  }
}
