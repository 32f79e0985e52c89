package io.holdfast.scoring.backtest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest found. Shares have four decimals; null stands where there was nothing to take a
 * share of.
 *
 * @param auc null when nobody with a score left, or nobody stayed
 */
public record Report(
    Scope scope,
    @Nullable Auc auc,
    Precision precision,
    Warning warning,
    List<Decile> calibration,
    List<SignalFinding> signals,
    List<SegmentFinding> segments,
    Verdict verdict,
    List<Suggestion> suggestions) {

  public Report {
    calibration = List.copyOf(calibration);
    signals = List.copyOf(signals);
    segments = List.copyOf(segments);
    suggestions = List.copyOf(suggestions);
  }

  /**
   * What was looked at.
   *
   * @param accounts that were customers at the end of any week
   * @param scoredWeeks account-weeks in which enough was known for a score
   * @param departures within the horizon of any week
   * @param departedAccounts that these were of
   * @param weeksOver weeks whose horizon has passed
   * @param assumedShare share of what it rests on whose knowledge time a load of history declared
   */
  public record Scope(
      LocalDate firstWeekEnd,
      LocalDate lastWeekEnd,
      int weeksOver,
      int accounts,
      long accountWeeks,
      long scoredWeeks,
      int departures,
      int departedAccounts,
      BigDecimal assumedShare) {}

  /**
   * Of the accounts with the lowest scores of each week whose horizon is over.
   *
   * @param hits of those picked that left within the horizon
   * @param baseRate share of all accounts that did
   * @param lift share ÷ base rate
   */
  public record Precision(
      int capacity,
      long picked,
      long hits,
      @Nullable BigDecimal share,
      @Nullable BigDecimal baseRate,
      @Nullable BigDecimal lift) {}

  /**
   * @param departures of accounts that were looked at in the week before
   * @param warned that were at risk or critical then
   * @param medianLeadDays from entering these bands, not left any more, to leaving
   * @param alarms entries into these bands in weeks whose horizon is over
   * @param falseAlarms of accounts that did not leave within the horizon
   */
  public record Warning(
      int departures,
      int warned,
      @Nullable BigDecimal warnedShare,
      @Nullable BigDecimal medianLeadDays,
      long alarms,
      long falseAlarms,
      @Nullable BigDecimal falseAlarmsPerWeek) {}

  /**
   * @param expected mean of what the model's prior says of the bands, for the horizon
   * @param observed share that left within the horizon
   */
  public record Decile(
      BigDecimal fromScore,
      BigDecimal toScore,
      long accountWeeks,
      BigDecimal expected,
      BigDecimal observed) {}

  /**
   * @param coverage share of the account-weeks in which it had data
   * @param lastWeeks AUC of the last two weeks before leaving alone
   * @param earlier AUC of the weeks before those alone
   * @param knownNow AUC if everything had been known at once that is known now
   */
  public record SignalFinding(
      String key,
      String name,
      String axis,
      @Nullable BigDecimal coverage,
      @Nullable Auc auc,
      @Nullable Auc lastWeeks,
      @Nullable Auc earlier,
      @Nullable Auc knownNow) {}

  /**
   * @param auc in tenths of a point; null when too few left to say
   */
  public record SegmentFinding(
      String segment, int accounts, long accountWeeks, int departures, @Nullable Auc auc) {

    public boolean tooFewLeft() {
      return departures < SegmentTally.FEWEST;
    }
  }

  /**
   * A weight that the outcomes suggest.
   *
   * @param signal null: the weight of the axis itself
   */
  public record Suggestion(
      String axis, @Nullable String signal, BigDecimal today, BigDecimal suggested) {}
}
