package io.holdfast.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.notification.alert.Band;
import io.holdfast.notification.notice.FleetNotice.Silence;
import io.holdfast.notification.play.Happening.BandCrossed;
import io.holdfast.notification.play.Happening.FactHappened;
import io.holdfast.tenancy.TenantId;
import io.holdfast.testing.Contracts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadMessagesTests {

  @Test
  void readsABandChangeAsScoringWritesIt() {
    BandCrossed crossed = read("scoring/band-changed.v1", BandChangedMessage.class).toDomain();

    assertThat(crossed.to()).isEqualTo(Band.AT_RISK);
    assertThat(crossed.from()).isEqualTo(Band.HEALTHY);
    assertThat(crossed.reasons().getFirst().headline())
        .isEqualTo("Weekly active users 9 against 40 (−78%)");
    assertThat(crossed.learntFromHistory()).isFalse();
  }

  @Test
  void readsAFactAsIngestionWritesIt() {
    FactHappened fact = read("ingestion/fact-recorded.v1", FactRecordedMessage.class).toDomain();

    assertThat(fact.type()).isEqualTo("charge_failed");
    assertThat(fact.value()).isEqualTo("1249.5");
    assertThat(fact.loaded()).isFalse();
  }

  @Test
  void readsAnAccountAsIngestionWritesIt() {
    AccountRecordedMessage account =
        read("ingestion/account-recorded.v1", AccountRecordedMessage.class);

    assertThat(account.name()).isEqualTo("Acme Corp");
    assertThat(account.ownerEmail()).isEqualTo("ana.rivera@larkfield.example");
  }

  @Test
  void readsAGapOfTheFleetAsScoringWritesIt() {
    Silence silence = read("scoring/fleet-gap-noticed.v1", FleetGapNoticedMessage.class).toDomain();
    FleetGapEndedMessage ended = read("scoring/fleet-gap-ended.v1", FleetGapEndedMessage.class);

    assertThat(silence.expected()).isEqualTo(12);
    assertThat(silence.silent()).isEqualTo(11);
    assertThat(silence.heldUntil()).isEqualTo("2026-03-16");
    assertThat(ended.from()).isEqualTo(silence.from());
    assertThat(ended.filled()).isFalse();
  }

  private static <T> T read(String contract, Class<T> type) {
    byte[] body = Contracts.sample(contract).getBytes(StandardCharsets.UTF_8);
    return new ReceivedMessage(
            "1", "t", new TenantId("demo"), "acme", Instant.EPOCH, Map.of(), body)
        .as(type);
  }
}
