package io.holdfast.notification.responding;

import static io.holdfast.notification.alert.AlertFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertFixture;
import io.holdfast.notification.alert.AlertKind;
import io.holdfast.notification.alert.Band;
import io.holdfast.notification.alert.Verdict;
import io.holdfast.notification.delivering.InMemoryDeliveries;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.play.Happening;
import io.holdfast.notification.play.Happening.BandCrossed;
import io.holdfast.notification.play.Happening.FactHappened;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.remembering.AccountNews;
import io.holdfast.notification.telling.InMemoryChannels;
import io.holdfast.notification.telling.InMemoryDigests;
import io.holdfast.notification.telling.InMemoryDirectory;
import io.holdfast.notification.telling.TellPeople;
import io.holdfast.notification.writing.WrittenMessages;
import io.holdfast.tenancy.TenantId;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The two shipped plays over fakes: what is raised, told and kept quiet. */
class RespondToHappeningTests {

  private static final TenantId TENANT = new TenantId("demo");
  private static final Instant FAILED = MORNING.minusSeconds(3_600);

  /** A second later at every look, so that no two decisions fall together. */
  private final Clock clock =
      new Clock() {
        private Instant now = MORNING;

        @Override
        public Instant instant() {
          now = now.plusSeconds(1);
          return now;
        }

        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  private final InMemoryAlerts alerts = new InMemoryAlerts();
  private final InMemoryPlayRuns runs = new InMemoryPlayRuns();
  private final InMemorySettlements settlements = new InMemorySettlements();
  private final InMemoryPlays plays = new InMemoryPlays();
  private final InMemoryDigests digests = new InMemoryDigests(alerts);
  private final InMemoryChannels channels = new InMemoryChannels();
  private final InMemoryDirectory directory = new InMemoryDirectory();
  private final InMemoryDeliveries deliveries = new InMemoryDeliveries(channels, clock);
  private final Announcements announcements = new Quiet();
  private final TellPeople tell =
      new TellPeople(
          directory,
          channels,
          new WrittenMessages(JsonMapper.builder().build()),
          deliveries,
          URI.create("https://console.example"),
          clock);
  private final AdvanceRun advance =
      new AdvanceRun(
          plays, alerts, runs, tell, digests, (_, _, _) -> Mono.empty(), announcements, clock);
  private final CloseAlert close =
      new CloseAlert(alerts, settlements, runs, advance, tell, announcements, clock);
  private final RespondToHappening respond =
      new RespondToHappening(
          plays,
          alerts,
          new RaiseAlert(
              alerts, settlements, runs, announcements, advance, UUID::randomUUID, clock),
          close,
          clock);
  private final SendDigest sendDigest = new SendDigest(alerts, digests, tell, advance);

  @BeforeEach
  void anAccountWithAnOwner() {
    directory.recorded(new AccountNews("acme", "Acme", "ana@larkfield.example")).block();
  }

  @Test
  void aFailureThatComesAfterItsPaymentRaisesNothing() {
    hear(fact("payment_recovered", "in-77", FAILED.plusSeconds(60)));
    hear(fact("charge_failed", "in-77", FAILED));

    assertThat(alerts.all()).isEmpty();
  }

  @Test
  void aFailureDeliveredAgainAfterAPersonClosedItsAlertRaisesNothing() {
    hear(fact("charge_failed", "in-77", FAILED));
    close.judged(TENANT, alerts.all().getFirst().id(), Verdict.TRUE).block();
    hear(fact("charge_failed", "in-77", FAILED));

    assertThat(alerts.all()).singleElement().matches(alert -> !alert.isOpen());
    assertThat(told()).hasSize(1);
  }

  @Test
  void aUsageAlertThatGetsWorseWaitsForTheOpenPaymentAlert() {
    hear(crossed(Band.HEALTHY, Band.AT_RISK, false));
    hear(fact("charge_failed", "in-77", FAILED));
    hear(crossed(Band.AT_RISK, Band.CRITICAL, false));
    assertThat(told()).containsExactly("alert.opened", "alert.opened");
    assertThat(usage().mutedBy()).isNotNull();

    hear(fact("payment_recovered", "in-77", FAILED.plusSeconds(60)));

    assertThat(told()).containsExactly("alert.opened", "alert.opened", "alert.worsened");
    assertThat(usage().mutedBy()).isNull();
  }

  @Test
  void aUsageAlertOfALoadWaitsForThePaymentAlertInsteadOfTheDigest() {
    hear(crossed(null, Band.CRITICAL, true));
    hear(fact("charge_failed", "in-77", FAILED));
    sendDigest.due(TENANT).block();
    assertThat(told()).containsExactly("alert.opened");
    assertThat(runs.all().getFirst().waitingFor()).isEqualTo(PlayRun.Waiting.PAYMENT_ALERT);

    hear(fact("payment_recovered", "in-77", FAILED.plusSeconds(60)));
    sendDigest.due(TENANT).block();

    assertThat(told()).hasSize(2);
    assertThat(runs.all()).noneMatch(PlayRun::isRunning);
  }

  @Test
  void aLoadIsToldAsOneMessage() {
    directory.recorded(new AccountNews("globex", "Globex", "ana@larkfield.example")).block();
    hear(crossed(null, Band.CRITICAL, true));
    hear(new BandCrossed("globex", null, Band.AT_RISK, MORNING, null, List.of(), true));
    assertThat(told()).isEmpty();

    sendDigest.due(TENANT).block();
    sendDigest.due(TENANT).block();

    assertThat(told()).containsExactly("alert.digest");
  }

  private void hear(Happening happening) {
    respond.on(TENANT, List.of(happening)).block();
  }

  private List<String> told() {
    return deliveries.all().stream().map(Delivery::event).toList();
  }

  private Alert usage() {
    return alerts.all().stream()
        .filter(alert -> alert.kind() == AlertKind.VOLUNTARY)
        .findFirst()
        .orElseThrow();
  }

  private static FactHappened fact(String type, String invoice, Instant at) {
    return new FactHappened("acme", type, at, "1249.5", "USD", invoice, false);
  }

  private static BandCrossed crossed(Band from, Band to, boolean loaded) {
    return new BandCrossed(
        "acme", from, to, MORNING, null, List.of(AlertFixture.weeklyUsers(9, 40)), loaded);
  }

  private static final class Quiet implements Announcements {
    @Override
    public Mono<Void> opened(TenantId tenant, Alert alert) {
      return Mono.empty();
    }

    @Override
    public Mono<Void> closed(TenantId tenant, Alert alert) {
      return Mono.empty();
    }

    @Override
    public Mono<Void> started(TenantId tenant, PlayRun run) {
      return Mono.empty();
    }

    @Override
    public Mono<Void> ended(TenantId tenant, PlayRun run) {
      return Mono.empty();
    }
  }
}
