package io.holdfast.notification.play;

import io.holdfast.notification.alert.AlertKind;
import io.holdfast.notification.alert.Band;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The two shipped plays, as values. */
public final class PlayFixture {

  private PlayFixture() {}

  public static Play handshake() {
    return new Play(
        "escalation-handshake",
        1,
        "Escalation handshake",
        AlertKind.VOLUNTARY,
        List.of(
            new Trigger.BandWorsened(Set.of(Band.AT_RISK, Band.CRITICAL), null),
            new Trigger.BandWorsened(Set.of(Band.WATCH), new BigDecimal("0.4"))),
        List.of(new Step.Notify(List.of(Step.Role.OWNER))),
        List.of(new Trigger.BandReached(Set.of(Band.HEALTHY))),
        Duration.ofHours(24),
        PlayState.LIVE);
  }

  public static Play paymentRecovery() {
    return new Play(
        "payment-recovery",
        1,
        "Payment recovery",
        AlertKind.INVOLUNTARY,
        List.of(new Trigger.FactOf("charge_failed", Duration.ofHours(72))),
        List.of(new Step.Notify(List.of(Step.Role.BILLING_OWNER, Step.Role.OWNER))),
        List.of(new Trigger.FactOf("payment_recovered", Duration.ofHours(72))),
        Duration.ZERO,
        PlayState.LIVE);
  }

  static Play draft(Play play) {
    return new Play(
        play.key(),
        play.version() + 1,
        play.name(),
        play.kind(),
        play.triggers(),
        play.steps(),
        play.exits(),
        play.cooldown(),
        PlayState.DRAFT);
  }
}
