package io.holdfast.scoring.web;

import io.holdfast.scoring.web.ValueReportView.MilestoneView;
import io.holdfast.scoring.web.ValueReportView.OutcomeView;
import io.holdfast.scoring.web.ValueReportView.PlaceView;
import io.holdfast.scoring.web.ValueReportView.ProgressView;
import io.holdfast.scoring.web.ValueReportView.ScoreView;
import io.holdfast.scoring.web.ValueReportView.UsedView;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page of a value report says. */
record PrintedValueReport(
    String account,
    boolean internal,
    String from,
    String to,
    long days,
    boolean unfinished,
    String until,
    List<String> highlights,
    List<Figure> figures,
    List<Group> groups,
    List<Outcome> outcomes,
    List<String> otherProgress,
    List<Milestone> milestones,
    String peers,
    List<Place> places,
    String health) {

  /** Of a full bar. */
  private static final int WIDTH = 128;

  /** So far from the edge a scale begins, so that its mark is whole at the ends. */
  private static final int EDGE = 6;

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  record Figure(String name, String value, String aside) {}

  /**
   * @param none what is said when there are no parts
   */
  record Group(String id, String title, String column, String none, List<Part> parts) {}

  record Part(
      String name,
      String people,
      String peopleBefore,
      String uses,
      String usesBefore,
      int width,
      int widthBefore) {

    static Part of(UsedView used, int most) {
      return new Part(
          used.name(),
          Wording.count(used.people()),
          Wording.count(used.peopleBefore()),
          Wording.count(used.uses()),
          Wording.count(used.usesBefore()),
          most == 0 ? 0 : WIDTH * used.people() / most,
          most == 0 ? 0 : WIDTH * used.peopleBefore() / most);
    }
  }

  record Outcome(
      String outcome,
      String agreedOn,
      String dueOn,
      String stateKey,
      String state,
      boolean hasPercent,
      int width,
      String progress) {

    static Outcome of(OutcomeView view) {
      ProgressView progress = view.progress();
      BigDecimal percent = progress == null ? null : progress.percent();
      return new Outcome(
          view.outcome() == null ? "Noted without words" : view.outcome(),
          Wording.day(view.agreedOn()),
          Wording.day(view.dueOn()),
          view.state(),
          Wording.capital(Wording.words(view.state())),
          percent != null,
          percent == null ? 0 : width(percent),
          progress == null ? "None noted yet" : told(progress, before(view), view.outcome()));
    }

    private static int width(BigDecimal percent) {
      return percent
          .max(BigDecimal.ZERO)
          .min(ALL)
          .multiply(BigDecimal.valueOf(WIDTH))
          .divideToIntegralValue(ALL)
          .intValue();
    }

    private static @Nullable BigDecimal before(OutcomeView view) {
      return view.before() == null ? null : view.before().percent();
    }
  }

  record Milestone(String name, String on, String inPeriod) {

    static Milestone of(MilestoneView view) {
      return new Milestone(
          view.name(),
          Wording.day(view.on()) + (view.orEarlier() ? " or earlier" : ""),
          view.inPeriod() ? "yes" : Wording.NOTHING);
    }
  }

  record Place(String name, String meaning, String value, String place, boolean placed, int x) {

    static Place of(PlaceView view) {
      Integer percentile = view.percentile();
      return new Place(
          view.name(),
          view.meaning(),
          value(view),
          percentile == null
              ? String.valueOf(view.why())
              : "ahead of %d%% of %d companies".formatted(percentile, view.peers()),
          percentile != null,
          percentile == null ? 0 : EDGE + WIDTH * percentile / 100);
    }

    private static String value(PlaceView view) {
      if (view.value() == null) {
        return Wording.NOTHING;
      }
      return view.measure().equals("days_per_person")
          ? Wording.number(view.value(), 1)
          : Wording.percent(view.value());
    }
  }

  public boolean hasOutcomes() {
    return !outcomes.isEmpty();
  }

  public boolean hasOtherProgress() {
    return !otherProgress.isEmpty();
  }

  public boolean hasHealth() {
    return !health.isEmpty();
  }

  public boolean hasMilestones() {
    return !milestones.isEmpty();
  }

  static PrintedValueReport of(ValueReportView view) {
    UsedView product = view.usage().product();
    long days = view.to().toEpochDay() - view.from().toEpochDay() + 1;
    return new PrintedValueReport(
        view.accountName(),
        view.audience().equals(Audience.INTERNAL.key()),
        Wording.day(view.from()),
        Wording.day(view.to()),
        days,
        !view.over(),
        Wording.time(view.until()),
        view.highlights(),
        List.of(
            figure("People", product.people(), product.peopleBefore()),
            figure("Days with use", view.usage().days(), view.usage().daysBefore()),
            figure("Uses", product.uses(), product.usesBefore())),
        List.of(
            group(
                "features",
                "Core features",
                "Feature",
                "No core feature is planned.",
                view.usage().features()),
            group("modules", "Modules", "Module", "No module is planned.", view.usage().modules())),
        view.outcomes().stream().map(Outcome::of).toList(),
        view.otherProgress().stream().map(one -> told(one, null, null)).toList(),
        view.milestones().stream().map(Milestone::of).toList(),
        "Compared with " + view.peers().words() + ".",
        view.peers().measures().stream().map(Place::of).toList(),
        health(view.health()));
  }

  private static Figure figure(String name, long now, long before) {
    return new Figure(
        name,
        Wording.count(now),
        "%s before, %s".formatted(Wording.count(before), Wording.against(now, before)));
  }

  private static Group group(
      String id, String title, String column, String none, List<UsedView> parts) {
    int most =
        parts.stream()
            .mapToInt(part -> Math.max(part.people(), part.peopleBefore()))
            .max()
            .orElse(0);
    return new Group(
        id, title, column, none, parts.stream().map(part -> Part.of(part, most)).toList());
  }

  /**
   * @param outcome which is not said again
   */
  private static String told(
      ProgressView progress, @Nullable BigDecimal before, @Nullable String outcome) {
    BigDecimal percent = progress.percent();
    BigDecimal value = progress.value();
    String measured =
        percent != null
            ? Wording.number(percent, 1)
                + "%"
                + (before == null ? "" : ", before the period " + Wording.number(before, 1) + "%")
            : value == null ? "" : Wording.number(value, 2) + " " + Wording.words(progress.unit());
    return Stream.of(
            measured,
            progress.text() == null || same(progress.text(), outcome) ? "" : progress.text(),
            Wording.day(progress.on()))
        .filter(one -> !one.isBlank())
        .collect(Collectors.joining(" · "));
  }

  private static boolean same(String text, @Nullable String outcome) {
    return outcome != null && text.strip().equalsIgnoreCase(outcome.strip());
  }

  private static String health(@Nullable ScoreView health) {
    if (health == null) {
      return "";
    }
    return "%s · %s"
        .formatted(
            health.score() == null ? "No score" : "Score " + Wording.number(health.score(), 2),
            Wording.capital(Wording.words(health.band())));
  }
}
