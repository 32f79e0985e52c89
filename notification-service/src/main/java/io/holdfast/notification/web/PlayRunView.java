package io.holdfast.notification.web;

import io.holdfast.notification.listing.Trailed;
import io.holdfast.notification.play.PlayRun;
import io.holdfast.notification.play.RunEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run, with a line for every step. */
@Schema(name = "PlayRun")
record PlayRunView(
    UUID runId,
    String play,
    int version,
    String accountId,
    UUID alertId,
    @Schema(allowableValues = {"running", "waiting", "ended"}) String state,
    @Schema(allowableValues = {"payment_alert", "time", "digest"}) @Nullable String waitingFor,
    @Schema(allowableValues = {"completed", "exited", "unreachable"}) @Nullable String outcome,
    Instant startedAt,
    @Nullable Instant endedAt,
    List<EntryView> audit) {

  /** What a step did, or why it did not. */
  @Schema(name = "PlayRunEntry")
  record EntryView(
      Instant at,
      int step,
      @Schema(example = "told") String outcome,
      @Schema(example = "Mail to ana.rivera@larkfield.example") String detail) {

    static EntryView of(RunEntry entry) {
      return new EntryView(entry.at(), entry.step(), entry.outcome(), entry.detail());
    }
  }

  static PlayRunView of(Trailed<PlayRun, RunEntry> listed) {
    PlayRun run = listed.row();
    String waiting = code(run.waitingFor());
    return new PlayRunView(
        run.id(),
        run.play(),
        run.version(),
        run.accountId(),
        run.alertId(),
        run.isRunning() ? (waiting == null ? "running" : "waiting") : "ended",
        waiting,
        code(run.outcome()),
        run.startedAt(),
        run.endedAt(),
        listed.lines().stream().map(EntryView::of).toList());
  }

  private static @Nullable String code(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }
}
