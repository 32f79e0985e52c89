package io.holdfast.messaging.backlog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@code UP}, or {@code LATE} when something is not being done: a row that the broker was owed for
 * a minute, a timer a minute late, a partition that nobody reads. The service still answers, so
 * nobody should take it out of rotation for this.
 */
final class PipeHealth implements HealthIndicator {
  static final Status LATE = new Status("LATE", "work is not being done in time");

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final BacklogGauges gauges;

  PipeHealth(BacklogGauges gauges) {
    this.gauges = gauges;
  }

  @Override
  public Health health() {
    return gauges.last().map(PipeHealth::of).orElseGet(() -> Health.unknown().build());
  }

  static Health of(Backlog backlog) {
    Optional<List<Backlog.Consumer>> consumers = Optional.ofNullable(backlog.consumers());
    double oldest =
        backlog.stores().stream().mapToDouble(Backlog.Store::oldestSeconds).max().orElse(0);
    int unread = consumers.stream().flatMap(List::stream).mapToInt(Backlog.Consumer::unread).sum();
    boolean late =
        oldest > PATIENCE.toSeconds()
            || backlog.timersLateSeconds() > PATIENCE.toSeconds()
            || consumers.isEmpty()
            || unread > 0;
    return Health.status(late ? LATE : Status.UP)
        .withDetail("oldestUnpublishedSeconds", oldest)
        .withDetail("timersLateSeconds", backlog.timersLateSeconds())
        .withDetail("deadLettersWaiting", backlog.deadLetters())
        .withDetail("partitionsUnread", unread)
        .withDetail("brokerAnswers", consumers.isPresent())
        .build();
  }
}
