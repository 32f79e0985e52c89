package io.holdfast.notification.announcing;

import io.holdfast.messaging.Outbox;
import io.holdfast.messaging.OutgoingMessage;
import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.Verdict;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.responding.Announcements;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

public final class OutboxAnnouncements implements Announcements {

  private static final String TOPIC = "holdfast.interventions";

  private final Outbox outbox;

  public OutboxAnnouncements(Outbox outbox) {
    this.outbox = outbox;
  }

  private record AlertOpenedMessage(
      String alertId, String accountId, String kind, Instant at, String play, String severity) {}

  private record AlertClosedMessage(
      String alertId,
      String accountId,
      String kind,
      Instant at,
      @Nullable String verdict,
      String closedBy) {}

  private record PlayRunStartedMessage(
      String runId, String play, int version, String accountId, Instant at) {}

  private record PlayRunEndedMessage(
      String runId, String play, int version, String accountId, Instant at, String outcome) {}

  @Override
  public Mono<Void> opened(TenantId tenant, Alert alert) {
    return send(
        tenant,
        alert.accountId(),
        "notification.alert-opened.v1",
        alert.openedAt(),
        new AlertOpenedMessage(
            alert.id().toString(),
            alert.accountId(),
            alert.kind().code(),
            alert.openedAt(),
            alert.warning().play(),
            alert.warning().severity().code()));
  }

  @Override
  public Mono<Void> closed(TenantId tenant, Alert alert) {
    Instant at = Objects.requireNonNull(alert.closedAt());
    Verdict verdict = alert.verdict();
    return send(
        tenant,
        alert.accountId(),
        "notification.alert-closed.v1",
        at,
        new AlertClosedMessage(
            alert.id().toString(),
            alert.accountId(),
            alert.kind().code(),
            at,
            verdict == null ? null : verdict.code(),
            verdict == null ? "recovery" : "person"));
  }

  @Override
  public Mono<Void> started(TenantId tenant, PlayRun run) {
    return send(
        tenant,
        run.accountId(),
        "notification.play-run-started.v1",
        run.startedAt(),
        new PlayRunStartedMessage(
            run.id().toString(), run.play(), run.version(), run.accountId(), run.startedAt()));
  }

  @Override
  public Mono<Void> ended(TenantId tenant, PlayRun run) {
    Instant at = Objects.requireNonNull(run.endedAt());
    String outcome = Objects.requireNonNull(run.outcome()).name().toLowerCase(Locale.ROOT);
    return send(
        tenant,
        run.accountId(),
        "notification.play-run-ended.v1",
        at,
        new PlayRunEndedMessage(
            run.id().toString(), run.play(), run.version(), run.accountId(), at, outcome));
  }

  private Mono<Void> send(TenantId tenant, String account, String type, Instant at, Object body) {
    return outbox.append(new OutgoingMessage(TOPIC, tenant, account, type, at, body, Map.of()));
  }
}
