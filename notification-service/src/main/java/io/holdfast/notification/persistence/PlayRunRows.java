package io.holdfast.notification.persistence;

import static io.holdfast.notification.persistence.Nullables.need;
import static io.holdfast.notification.persistence.Nullables.orNull;

import io.holdfast.notification.alert.Severity;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.play.RunEntry;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Reads and writes the rows of a run and its audit. */
final class PlayRunRows {

  static final String COLUMNS =
      """
      r.run_id, r.play_key, r.version, r.account_id, r.alert_id, r.severity, r.started_at,
      r.next_step, r.waiting_for, r.outcome, r.ended_at
      """;

  private PlayRunRows() {}

  static PlayRun read(Readable row) {
    String waiting = row.get("waiting_for", String.class);
    String outcome = row.get("outcome", String.class);
    return new PlayRun(
        need(row, "run_id", UUID.class),
        need(row, "play_key", String.class),
        need(row, "version", Integer.class),
        need(row, "account_id", String.class),
        need(row, "alert_id", UUID.class),
        Severity.of(need(row, "severity", String.class)),
        need(row, "started_at", Instant.class),
        need(row, "next_step", Integer.class),
        waiting == null ? null : PlayRun.Waiting.valueOf(waiting.toUpperCase(Locale.ROOT)),
        outcome == null ? null : PlayRun.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
        row.get("ended_at", Instant.class));
  }

  static GenericExecuteSpec bind(GenericExecuteSpec statement, PlayRun run) {
    return statement
        .bind("id", run.id())
        .bind("play", run.play())
        .bind("version", run.version())
        .bind("account", run.accountId())
        .bind("alert", run.alertId())
        .bind("severity", run.severity().code())
        .bind("startedAt", run.startedAt())
        .bind("next", run.next())
        .bind("waitingFor", orNull(code(run.waitingFor()), String.class))
        .bind("outcome", orNull(code(run.outcome()), String.class))
        .bind("endedAt", orNull(run.endedAt(), Instant.class));
  }

  static RunEntry readEntry(Readable row) {
    return new RunEntry(
        need(row, "run_id", UUID.class),
        need(row, "at", Instant.class),
        need(row, "step", Integer.class),
        need(row, "outcome", String.class),
        need(row, "detail", String.class));
  }

  private static @Nullable String code(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }
}
