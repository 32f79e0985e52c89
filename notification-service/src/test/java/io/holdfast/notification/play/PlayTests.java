package io.holdfast.notification.play;

import static io.holdfast.notification.alert.AlertFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.alert.AlertFixture;
import io.holdfast.notification.alert.AlertKind;
import io.holdfast.notification.alert.Band;
import io.holdfast.notification.alert.Reason;
import io.holdfast.notification.alert.Severity;
import io.holdfast.notification.alert.Warning;
import io.holdfast.notification.play.Happening.BandCrossed;
import io.holdfast.notification.play.Happening.FactHappened;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlayTests {

  private final Play handshake = PlayFixture.handshake();
  private final Play payment = PlayFixture.paymentRecovery();

  @Test
  void warnsWithTheSpecificDropWhenTheBandWorsens() {
    Warning warning = begun(handshake, crossed(Band.HEALTHY, Band.AT_RISK, 9)).warning();

    assertThat(warning.title()).isEqualTo("Weekly active users 9 against 40 (−78%), now at risk");
    assertThat(warning.severity()).isEqualTo(Severity.WARNING);
    assertThat(warning.kind()).isEqualTo(AlertKind.VOLUNTARY);
  }

  @Test
  void warnsAtWatchOnlyWhenASignalFellFar() {
    assertThat(handshake.hear(crossed(Band.HEALTHY, Band.WATCH, 24), MORNING))
        .isInstanceOf(PlayResponse.Begins.class);
    assertThat(handshake.hear(crossed(Band.HEALTHY, Band.WATCH, 25), MORNING))
        .isInstanceOf(PlayResponse.Ignored.class);
  }

  @Test
  void aFirstBandAtRiskWarnsLikeAnyOther() {
    assertThat(handshake.hear(crossed(null, Band.AT_RISK, 9), MORNING))
        .isInstanceOf(PlayResponse.Begins.class);
  }

  @Test
  void unknownNeverWarns() {
    assertThat(handshake.hear(crossed(Band.HEALTHY, Band.UNKNOWN, 9), MORNING))
        .isInstanceOf(PlayResponse.Ignored.class);
  }

  @Test
  void aBetterBandDoesNotWarn() {
    assertThat(handshake.hear(crossed(Band.CRITICAL, Band.AT_RISK, 9), MORNING))
        .isInstanceOf(PlayResponse.Ignored.class);
  }

  @Test
  void endsWhenTheAccountIsHealthyAgain() {
    assertThat(handshake.hear(crossed(Band.WATCH, Band.HEALTHY, 40), MORNING))
        .isInstanceOf(PlayResponse.Ends.class);
  }

  @Test
  void aDraftHearsNothing() {
    assertThat(PlayFixture.draft(handshake).hear(crossed(null, Band.CRITICAL, 0), MORNING))
        .isInstanceOf(PlayResponse.Ignored.class);
  }

  @Test
  void prefersACountOverTheSameDropAsAShare() {
    Reason share =
        new Reason("core_feature_use", new BigDecimal("0.225"), "ratio", BigDecimal.ONE, "Fell");
    BandCrossed crossed =
        new BandCrossed(
            "acme",
            Band.HEALTHY,
            Band.CRITICAL,
            MORNING,
            null,
            List.of(share, AlertFixture.weeklyUsers(9, 40)),
            false);

    assertThat(begun(handshake, crossed).warning().title())
        .isEqualTo("Weekly active users 9 against 40 (−78%), now critical");
  }

  @Test
  void aFailedChargeWarnsWithItsAmountAndInvoice() {
    Warning warning = begun(payment, charge(MORNING.minus(Duration.ofHours(71)), false)).warning();

    assertThat(warning.title()).isEqualTo("Payment of 1,249.50 USD failed for invoice in-77");
    assertThat(warning.kind()).isEqualTo(AlertKind.INVOLUNTARY);
    assertThat(warning.reasons().getFirst().sentence())
        .isEqualTo("Payment of 1,249.50 USD failed for invoice in-77 on 6 March 2026");
  }

  @Test
  void aFactAsOldAsTheLimitIsThePast() {
    assertThat(payment.hear(charge(MORNING.minus(Duration.ofHours(72)), false), MORNING))
        .isInstanceOf(PlayResponse.Ignored.class);
  }

  @Test
  void aYoungFactWarnsThoughALoadBroughtItButInADigest() {
    Instant yesterday = MORNING.minus(Duration.ofHours(24));

    assertThat(begun(payment, charge(yesterday, true)).warning().learntFromHistory()).isTrue();
    assertThat(begun(payment, charge(yesterday, false)).warning().learntFromHistory()).isFalse();
  }

  private static PlayResponse.Begins begun(Play play, Happening happening) {
    return (PlayResponse.Begins) play.hear(happening, MORNING);
  }

  private static BandCrossed crossed(@Nullable Band from, Band to, int users) {
    return new BandCrossed(
        "acme", from, to, MORNING, null, List.of(AlertFixture.weeklyUsers(users, 40)), false);
  }

  private static FactHappened charge(Instant at, boolean loaded) {
    return new FactHappened("acme", "charge_failed", at, "1249.5", "USD", "in-77", loaded);
  }
}
