package io.holdfast.scoring.web;

import io.holdfast.scoring.backtest.Auc;
import io.holdfast.scoring.backtest.Plan;
import io.holdfast.scoring.backtest.Report;
import io.holdfast.scoring.trying.Backtest;
import io.holdfast.scoring.trying.Backtest.State;
import io.holdfast.scoring.trying.Backtest.State.Done;
import io.holdfast.scoring.trying.Backtest.State.Failed;
import io.holdfast.scoring.trying.Backtest.State.Queued;
import io.holdfast.scoring.trying.Backtest.State.Running;
import io.holdfast.scoring.trying.Question;
import io.holdfast.scoring.trying.SegmentBy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Backtest", description = "A scoring model tried on the tenant's own history")
record BacktestView(
    UUID backtestId,
    @Schema(description = "Of the model or draft it was asked of") String modelId,
    @Schema(allowableValues = {"queued", "running", "done", "failed"}) String status,
    Instant askedAt,
    String askedBy,
    QuestionView question,
    ProgressView progress,
    @Nullable Instant finishedAt,
    @Schema(description = "Why it failed") @Nullable String failure,
    @Schema(
            allowableValues = {
              "usable",
              "no_usable_signal",
              "too_little_history",
              "leak_suspected"
            })
        @Nullable String verdict,
    @Schema(description = "0.5 tells nothing about who leaves, 1 tells all")
        @Nullable BigDecimal auc,
    @Schema(description = "When it is done; lists leave it out") @Nullable ReportView report) {

  @Schema(name = "BacktestQuestion", description = "All that the report depends on")
  record QuestionView(
      LocalDate firstWeekEnd,
      LocalDate lastWeekEnd,
      int weeks,
      int horizonDays,
      int capacity,
      @Nullable String segmentBy,
      @Schema(description = "What was received later does not count") Instant knownThrough,
      String timeZone,
      Set<String> coreFeatures,
      @Schema(description = "Of the resampling") String seed) {

    static QuestionView of(Question question) {
      Plan plan = question.plan();
      SegmentBy by = question.segmentBy();
      return new QuestionView(
          plan.firstWeekEnd(),
          plan.lastWeekEnd(),
          plan.weeks(),
          plan.horizonDays(),
          plan.capacity(),
          by == null ? null : by.key(),
          question.knownThrough(),
          question.calendar().zone().getId(),
          new TreeSet<>(question.features().events().keySet()),
          Long.toString(plan.seed()));
    }
  }

  @Schema(name = "BacktestProgress")
  record ProgressView(
      @Schema(description = "How many there are to look at; 0 while queued") int accounts,
      int done) {}

  static BacktestView of(Backtest backtest) {
    return of(
        backtest, backtest.state() instanceof Done done ? ReportView.of(done.report()) : null);
  }

  static BacktestView inList(Backtest backtest) {
    return of(backtest, null);
  }

  private static BacktestView of(Backtest backtest, @Nullable ReportView report) {
    State state = backtest.state();
    Report found = state instanceof Done done ? done.report() : null;
    Auc auc = found == null ? null : found.auc();
    return new BacktestView(
        backtest.id(),
        backtest.model(),
        status(state),
        backtest.askedAt(),
        backtest.askedBy(),
        QuestionView.of(backtest.question()),
        progress(state),
        finishedAt(state),
        state instanceof Failed failed ? failed.why() : null,
        found == null ? null : found.verdict().code().key(),
        auc == null ? null : auc.value(),
        report);
  }

  private static String status(State state) {
    return switch (state) {
      case Queued _ -> "queued";
      case Running _ -> "running";
      case Done _ -> "done";
      case Failed _ -> "failed";
    };
  }

  private static ProgressView progress(State state) {
    return switch (state) {
      case Queued _, Failed _ -> new ProgressView(0, 0);
      case Running running -> new ProgressView(running.accounts(), running.done());
      case Done done -> new ProgressView(done.accounts(), done.accounts());
    };
  }

  private static @Nullable Instant finishedAt(State state) {
    return switch (state) {
      case Queued _, Running _ -> null;
      case Done done -> done.at();
      case Failed failed -> failed.at();
    };
  }
}
