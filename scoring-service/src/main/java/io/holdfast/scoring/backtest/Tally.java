package io.holdfast.scoring.backtest;

import io.holdfast.scoring.backtest.Report.Scope;
import io.holdfast.scoring.backtest.Report.SegmentFinding;
import io.holdfast.scoring.backtest.Report.SignalFinding;
import io.holdfast.scoring.backtest.Report.Suggestion;
import io.holdfast.scoring.backtest.Verdict.Code;
import io.holdfast.scoring.model.Axis;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.picture.KnownPicture.Assumed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds up a backtest, account by account in any order, each once; the report is the same whatever
 * the order. What it keeps grows with scores, weeks and segments, not with accounts.
 */
public final class Tally {

  private final Plan plan;
  private final ScoringModel model;
  private final Separation score = Separation.resampled();
  private final List<Separation> axes = new ArrayList<>();
  private final List<SignalTally> signals = new ArrayList<>();
  private final SortedMap<String, SegmentTally> segments = new TreeMap<>();
  private final WeeklyPicks picks;
  private final Warnings warnings = new Warnings();
  private final Calibration calibration;
  private Assumed assumed = Assumed.NOTHING;
  private int accounts;
  private int departures;
  private int departedAccounts;
  private long accountWeeks;
  private long scoredWeeks;

  public Tally(Plan plan, ScoringModel model) {
    this.plan = plan;
    this.model = model;
    this.picks = new WeeklyPicks(plan);
    this.calibration = new Calibration(model.prior(), plan.horizonDays());
    for (Axis axis : model.axes()) {
      axes.add(Separation.coarse());
      axis.signals().forEach(rule -> signals.add(new SignalTally(axis, rule)));
    }
  }

  /**
   * @param segment that the account belongs to, where segments are asked for
   */
  public void add(AccountWeeks account, @Nullable String segment) {
    if (account.weeks().isEmpty()) {
      return;
    }
    int[] weights = Resampling.weights(plan.seed(), account.account());
    int left = departures(account);
    accounts++;
    departures += left;
    departedAccounts += left > 0 ? 1 : 0;
    assumed = assumed.and(account.assumed());
    if (segment != null) {
      segments.computeIfAbsent(segment, _ -> new SegmentTally()).add(account, left, weights);
    }
    long lot = Resampling.lot(plan.seed(), account.account());
    Course course = new Course(plan, model.bands());
    for (AccountWeek week : account.weeks()) {
      course.reach(week);
      add(week, course, lot, weights);
    }
  }

  private void add(AccountWeek week, Course course, long lot, int[] weights) {
    accountWeeks++;
    scoredWeeks += week.then().score() == Scored.NONE ? 0 : 1;
    score.add(week.then().score(), week, weights);
    for (int i = 0; i < axes.size(); i++) {
      axes.get(i).add(week.then().axes().get(i), week, weights);
    }
    for (int i = 0; i < signals.size(); i++) {
      signals.get(i).add(week, i, weights);
    }
    picks.add(week, lot);
    warnings.add(week, course);
    calibration.add(week, course.band());
  }

  private static int departures(AccountWeeks account) {
    return (int)
        account.weeks().stream()
            .filter(AccountWeek::leaves)
            .mapToInt(week -> 7 * week.week() + week.leavesIn())
            .distinct()
            .count();
  }

  public Report report() {
    List<SignalFinding> found = signals.stream().map(SignalTally::found).toList();
    Auc auc = score.auc().orElse(null);
    List<Suspicion> suspicions =
        found.stream().flatMap(signal -> Suspicion.of(signal).stream()).toList();
    Verdict verdict = Verdict.of(scope(), auc, suspicions);
    return new Report(
        scope(),
        auc,
        picks.found(),
        warnings.found(),
        calibration.found(),
        found,
        segments(),
        verdict,
        suggestions(verdict, found));
  }

  private Scope scope() {
    return new Scope(
        plan.firstWeekEnd(),
        plan.lastWeekEnd(),
        warnings.weeksOver(),
        accounts,
        accountWeeks,
        scoredWeeks,
        departures,
        departedAccounts,
        assumed.share());
  }

  private List<SegmentFinding> segments() {
    List<SegmentFinding> found = new ArrayList<>();
    segments.forEach((name, tally) -> found.add(tally.found(name)));
    return found;
  }

  private List<Suggestion> suggestions(Verdict verdict, List<SignalFinding> found) {
    return verdict.code() == Code.TOO_LITTLE_HISTORY
        ? List.of()
        : new Suggesting(model, strengths(verdict, found), departedAccounts).found();
  }

  /** Of what is suspected nothing is learnt, nor of its axis. */
  private Map<String, BigDecimal> strengths(Verdict verdict, List<SignalFinding> found) {
    Set<String> suspected =
        verdict.suspicions().stream().map(Suspicion::signal).collect(Collectors.toSet());
    Map<String, BigDecimal> strengths = new HashMap<>();
    for (int i = 0; i < axes.size(); i++) {
      Axis axis = model.axes().get(i);
      if (axis.signals().stream().noneMatch(rule -> suspected.contains(rule.key()))) {
        axes.get(i).auc().ifPresent(auc -> strengths.put(axis.key(), auc.strength()));
      }
    }
    for (SignalFinding signal : found) {
      if (signal.auc() != null && !suspected.contains(signal.key())) {
        strengths.put(signal.key(), signal.auc().strength());
      }
    }
    return strengths;
  }
}
