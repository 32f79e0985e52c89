package io.holdfast.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.channel.ChannelType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryTests {

  private static final Instant START = Instant.parse("2026-03-09T08:00:00Z");

  @Test
  void isTriedTenTimesOnTheStandardScheduleThenDead() {
    Delivery delivery = fresh();
    List<Duration> waits = new ArrayList<>();
    Instant now = START;
    for (Instant next = delivery.nextTryAt(); next != null; next = delivery.nextTryAt()) {
      waits.add(Duration.between(now, next));
      now = next;
      delivery = delivery.after(new SendOutcome.Failed("500", null), RetrySchedule.STANDARD, now);
    }

    assertThat(waits).isEqualTo(RetrySchedule.STANDARD.waits());
    assertThat(delivery.state()).isEqualTo(DeliveryState.DEAD);
    assertThat(delivery.tries()).isEqualTo(10);
  }

  @Test
  void keepsItsMessageIdOverTriesAndRounds() {
    Delivery first = fresh();
    Delivery later =
        first
            .after(new SendOutcome.Gone("410"), RetrySchedule.STANDARD, START)
            .again(START.plusSeconds(60));

    assertThat(later.messageId()).isEqualTo(first.messageId());
    assertThat(later.tries()).isZero();
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() {
    assertThat(nextAfter(Duration.ofMinutes(3))).isEqualTo(START.plus(Duration.ofMinutes(3)));
    assertThat(nextAfter(Duration.ofSeconds(1))).isEqualTo(START.plusSeconds(5));
    assertThat(nextAfter(Duration.ofDays(400))).isEqualTo(START.plus(Duration.ofHours(24)));
  }

  @Test
  void whatCannotWorkIsNotTriedAgain() {
    Delivery after =
        fresh().after(new SendOutcome.Impossible("refused"), RetrySchedule.STANDARD, START);

    assertThat(after.state()).isEqualTo(DeliveryState.DEAD);
  }

  private static Instant nextAfter(Duration asked) {
    Delivery after =
        fresh().after(new SendOutcome.Failed("429", asked), RetrySchedule.STANDARD, START);
    return Objects.requireNonNull(after.nextTryAt());
  }

  private static Delivery fresh() {
    return new Delivery(
        UUID.randomUUID(),
        ChannelType.EMAIL,
        null,
        "ana@larkfield.example",
        null,
        "alert.opened",
        "{}",
        DeliveryState.PENDING,
        0,
        START,
        START);
  }
}
