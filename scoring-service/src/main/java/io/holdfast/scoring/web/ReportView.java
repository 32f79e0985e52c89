package io.holdfast.scoring.web;

import io.holdfast.scoring.backtest.Auc;
import io.holdfast.scoring.backtest.Report;
import io.holdfast.scoring.backtest.Report.Decile;
import io.holdfast.scoring.backtest.Report.Precision;
import io.holdfast.scoring.backtest.Report.Scope;
import io.holdfast.scoring.backtest.Report.SegmentFinding;
import io.holdfast.scoring.backtest.Report.SignalFinding;
import io.holdfast.scoring.backtest.Report.Suggestion;
import io.holdfast.scoring.backtest.Report.Warning;
import io.holdfast.scoring.backtest.Suspicion;
import io.holdfast.scoring.backtest.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "BacktestReport",
    description = "Signals as they were known at the end of each week. Shares are 0 to 1")
record ReportView(
    VerdictView verdict,
    @Schema(description = "Accounts that were customers at the end of any of the weeks")
        int accounts,
    @Schema(description = "Each account once for each of the weeks") long accountWeeks,
    @Schema(description = "Those in which enough was known for a score") long scoredWeeks,
    @Schema(description = "Accounts leaving within the horizon of any of the weeks") int departures,
    @Schema(description = "Weeks whose horizon has passed") int weeksOver,
    @Schema(description = "Share of what it rests on whose knowledge time a load declared")
        BigDecimal assumedShare,
    @Nullable AucView auc,
    PrecisionView precision,
    WarningView warning,
    @Schema(description = "Tenths of the scored weeks whose horizon is over, lowest scores first")
        List<DecileView> calibration,
    List<SignalView> signals,
    @Schema(description = "Empty unless asked for; at most 20, the others together as `other`")
        List<SegmentView> segments,
    @Schema(description = "Weights that the outcomes suggest; never applied by themselves")
        List<SuggestionView> suggestions) {

  @Schema(name = "BacktestVerdict")
  record VerdictView(
      @Schema(
              allowableValues = {
                "usable",
                "no_usable_signal",
                "too_little_history",
                "leak_suspected"
              })
          String code,
      String sentence,
      List<SuspicionView> suspicions) {

    static VerdictView of(Verdict verdict) {
      return new VerdictView(
          verdict.code().key(),
          verdict.sentence(),
          verdict.suspicions().stream().map(SuspicionView::of).toList());
    }
  }

  @Schema(name = "BacktestSuspicion", description = "A signal that seems to know the outcome")
  record SuspicionView(
      String signal,
      @Schema(allowableValues = {"too_good", "only_at_the_end", "known_later"}) String why,
      String sentence) {

    static SuspicionView of(Suspicion suspicion) {
      return new SuspicionView(suspicion.signal(), suspicion.why().key(), suspicion.sentence());
    }
  }

  @Schema(
      name = "BacktestAuc",
      description = "Probability that of two weeks, one before leaving, that one scores lower")
  record AucView(
      BigDecimal value,
      @Schema(description = "Lower end of the 95% interval, by resampled accounts")
          @Nullable BigDecimal low,
      @Nullable BigDecimal high) {

    static @Nullable AucView of(@Nullable Auc auc) {
      return auc == null ? null : new AucView(auc.value(), auc.low(), auc.high());
    }
  }

  @Schema(
      name = "BacktestPrecision",
      description = "Of the accounts with the lowest scores of each week, as many as `capacity`")
  record PrecisionView(
      int capacity,
      long picked,
      @Schema(description = "Of those picked, that left within the horizon") long hits,
      @Nullable BigDecimal share,
      @Schema(description = "Of all accounts") @Nullable BigDecimal baseRate,
      @Schema(description = "share ÷ baseRate") @Nullable BigDecimal lift) {

    static PrecisionView of(Precision found) {
      return new PrecisionView(
          found.capacity(),
          found.picked(),
          found.hits(),
          found.share(),
          found.baseRate(),
          found.lift());
    }
  }

  @Schema(
      name = "BacktestWarning",
      description = "At risk or critical by the model's own bands, looked at weekly")
  record WarningView(
      @Schema(description = "Of accounts that were looked at in the week before") int departures,
      @Schema(description = "Of these, at risk or critical then") int warned,
      @Nullable BigDecimal warnedShare,
      @Schema(description = "From entering these bands for the last time to leaving")
          @Nullable BigDecimal medianLeadDays,
      @Schema(description = "Entries into these bands, in weeks whose horizon is over") long alarms,
      @Schema(description = "Of these, of accounts that stayed through the horizon")
          long falseAlarms,
      @Nullable BigDecimal falseAlarmsPerWeek) {

    static WarningView of(Warning found) {
      return new WarningView(
          found.departures(),
          found.warned(),
          found.warnedShare(),
          found.medianLeadDays(),
          found.alarms(),
          found.falseAlarms(),
          found.falseAlarmsPerWeek());
    }
  }

  @Schema(name = "BacktestDecile")
  record DecileView(
      BigDecimal fromScore,
      BigDecimal toScore,
      long accountWeeks,
      @Schema(description = "By the model's prior of the bands, for the horizon")
          BigDecimal expected,
      @Schema(description = "That left within the horizon") BigDecimal observed) {

    static DecileView of(Decile found) {
      return new DecileView(
          found.fromScore(),
          found.toScore(),
          found.accountWeeks(),
          found.expected(),
          found.observed());
    }
  }

  @Schema(name = "BacktestSignal", description = "One signal's own score, by itself")
  record SignalView(
      String key,
      String name,
      String axis,
      @Schema(description = "Share of the account-weeks in which it had data")
          @Nullable BigDecimal coverage,
      @Nullable AucView auc,
      @Schema(description = "Of the last two weeks before leaving alone")
          @Nullable AucView lastWeeks,
      @Schema(description = "Of the weeks before those alone") @Nullable AucView earlier,
      @Schema(description = "Had all been known in time that is known now")
          @Nullable AucView knownNow) {

    static SignalView of(SignalFinding found) {
      return new SignalView(
          found.key(),
          found.name(),
          found.axis(),
          found.coverage(),
          AucView.of(found.auc()),
          AucView.of(found.lastWeeks()),
          AucView.of(found.earlier()),
          AucView.of(found.knownNow()));
    }
  }

  @Schema(name = "BacktestSegment")
  record SegmentView(
      @Schema(description = "`unknown` when the account names none") String segment,
      int accounts,
      long accountWeeks,
      int departures,
      @Schema(description = "Fewer than 5 departures: nothing is said") boolean tooFew,
      @Nullable AucView auc) {

    static SegmentView of(SegmentFinding found) {
      return new SegmentView(
          found.segment(),
          found.accounts(),
          found.accountWeeks(),
          found.departures(),
          found.tooFewLeft(),
          AucView.of(found.auc()));
    }
  }

  @Schema(name = "BacktestSuggestion")
  record SuggestionView(
      String axis,
      @Schema(description = "Absent: the weight of the axis itself") @Nullable String signal,
      BigDecimal today,
      BigDecimal suggested) {

    static SuggestionView of(Suggestion found) {
      return new SuggestionView(found.axis(), found.signal(), found.today(), found.suggested());
    }
  }

  static ReportView of(Report report) {
    Scope scope = report.scope();
    return new ReportView(
        VerdictView.of(report.verdict()),
        scope.accounts(),
        scope.accountWeeks(),
        scope.scoredWeeks(),
        scope.departures(),
        scope.weeksOver(),
        scope.assumedShare(),
        AucView.of(report.auc()),
        PrecisionView.of(report.precision()),
        WarningView.of(report.warning()),
        report.calibration().stream().map(DecileView::of).toList(),
        report.signals().stream().map(SignalView::of).toList(),
        report.segments().stream().map(SegmentView::of).toList(),
        report.suggestions().stream().map(SuggestionView::of).toList());
  }
}
