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

  public static Warning paymentWarning(String invoice) {
    String title = "Payment of 1,249.50 USD failed for invoice " + invoice;
    return new Warning(
        "acme",
        AlertKind.INVOLUNTARY,
        "payment-recovery",
        Severity.WARNING,
        title,
        List.of(
            new Reason(
                "charge_failed",
                new BigDecimal("1249.5"),
                "USD",
                null,
                title + " on 9 March 2026",
                invoice)),
        null,
        null,
        null,
        MORNING,
        false);
  }

  public static Warning usageWarning(Severity severity) {
    return new Warning(
        "acme",
        AlertKind.VOLUNTARY,
        "escalation-handshake",
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
