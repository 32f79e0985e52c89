package io.holdfast.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.scoring.journey.Checked;
import io.holdfast.scoring.journey.CompetitorWatch;
import io.holdfast.scoring.journey.ExpansionReadiness;
import io.holdfast.scoring.journey.Reached;
import io.holdfast.scoring.journey.StakeholderCover;
import io.holdfast.scoring.model.JourneyRules.Milestone;
import io.holdfast.scoring.reporting.JourneyReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Schema(name = "Journey")
@JsonInclude(JsonInclude.Include.ALWAYS)
record JourneyView(
    String accountId,
    Instant at,
    Instant knownAt,
    String model,
    @Schema(description = "First paid day") @Nullable LocalDate dayZero,
    @Schema(description = "Days since day 0") @Nullable Long day,
    @Schema(description = "As decided; null when it was not judged by then")
        @Nullable StageView stage,
    List<MilestoneView> milestones,
    @Schema(description = "Score at the end of day 90") @Nullable BigDecimal day90Score,
    SegmentView segment,
    StakeholdersView stakeholders,
    ExpansionView expansion,
    CompetitorsView competitors) {

  @Schema(name = "JourneyStage")
  record StageView(
      @Schema(description = "onboarding, adoption, maturity or expansion") String key,
      Instant since,
      String goal,
      List<CheckedView> indicators,
      @Schema(description = "Indicators that are not met") List<String> failures) {}

  @Schema(name = "CheckedCriterion")
  record CheckedView(
      String name,
      @Schema(description = "null without data") @Nullable Boolean met,
      @Schema(description = "What is compared; of measures with a baseline the ratio to it")
          @Nullable BigDecimal value,
      @Nullable BigDecimal atLeast,
      @Nullable BigDecimal atMost,
      String sentence) {

    static CheckedView of(Checked checked) {
      return new CheckedView(
          checked.criterion().name(),
          checked.met(),
          checked.value(),
          checked.criterion().atLeast(),
          checked.criterion().atMost(),
          checked.sentence());
    }
  }

  @Schema(name = "JourneyMilestone")
  record MilestoneView(
      String key,
      String name,
      @Schema(description = "reached, reached_late, open or overdue") String state,
      @Nullable LocalDate on,
      @Schema(description = "Days since day 0") @Nullable Long day,
      @Schema(description = "Days since day 0 by which it should be reached")
          @Nullable Integer byDay,
      @Nullable LocalDate dueOn,
      @Schema(description = "Noted by somebody, rather than measured") boolean told,
      @Schema(
              description =
                  "Reached then or at some day before: it was old when it was first looked at")
          boolean orEarlier) {}

  @Schema(name = "JourneySegment")
  record SegmentView(String key, List<String> why) {}

  @Schema(name = "StakeholderCover")
  record StakeholdersView(
      @Nullable Boolean singleThreaded, int active, List<String> why, List<RoleView> roles) {}

  @Schema(name = "RoleCover")
  record RoleView(String role, int there, int active, @Nullable LocalDate lastActive) {}

  @Schema(name = "ExpansionReadiness")
  record ExpansionView(
      String state, List<String> why, List<CheckedView> value, List<CheckedView> opportunity) {}

  @Schema(name = "CompetitorWatch")
  record CompetitorsView(String state, List<String> why, List<SightingView> sightings) {}

  @Schema(name = "CompetitorSighting")
  record SightingView(LocalDate on, String type, @Nullable String text) {}

  static JourneyView of(JourneyReport report) {
    LocalDate dayZero = report.findings().dayZero();
    return new JourneyView(
        report.account(),
        report.findings().at(),
        report.knownAt(),
        report.model().id(),
        dayZero,
        dayZero == null ? null : report.findings().age(),
        stage(report),
        milestones(report),
        report.day90(),
        new SegmentView(report.segmented().segment().key(), report.segmented().why()),
        stakeholders(report.findings().stakeholders()),
        expansion(report.expansion()),
        competitors(report.findings().competitors()));
  }

  private static @Nullable StageView stage(JourneyReport report) {
    JourneyReport.StageNow now = report.stage();
    if (now == null) {
      return null;
    }
    return new StageView(
        now.stage().key(),
        now.since(),
        now.goal(),
        now.indicators().stream().map(CheckedView::of).toList(),
        now.indicators().stream()
            .filter(checked -> checked.isKnown() && !checked.isMet())
            .map(Checked::sentence)
            .toList());
  }

  /** Those of the model in its order, then those that were told. */
  private static List<MilestoneView> milestones(JourneyReport report) {
    Map<String, Reached> reached =
        report.reached().stream().collect(Collectors.toMap(Reached::key, Function.identity()));
    return Stream.concat(
            report.model().journey().milestones().stream()
                .map(milestone -> measured(milestone, reached.get(milestone.key()), report)),
            report.reached().stream()
                .filter(Reached::told)
                .map(
                    one ->
                        new MilestoneView(
                            one.key(),
                            one.name(),
                            "reached",
                            one.on(),
                            one.day(),
                            null,
                            null,
                            true,
                            false)))
        .toList();
  }

  private static MilestoneView measured(
      Milestone milestone, @Nullable Reached reached, JourneyReport report) {
    LocalDate due = report.findings().begins().plusDays(milestone.byDay());
    LocalDate on = reached == null ? null : reached.on();
    String state =
        reached == null || on == null
            ? (report.findings().day().isAfter(due) ? "overdue" : "open")
            : (on.isAfter(due) && !reached.orEarlier() ? "reached_late" : "reached");
    return new MilestoneView(
        milestone.key(),
        milestone.name(),
        state,
        on,
        reached == null ? null : reached.day(),
        milestone.byDay(),
        due,
        false,
        reached != null && reached.orEarlier());
  }

  private static StakeholdersView stakeholders(StakeholderCover cover) {
    return new StakeholdersView(
        cover.singleThreaded(),
        cover.active(),
        cover.why(),
        cover.roles().stream()
            .map(one -> new RoleView(one.role(), one.there(), one.active(), one.lastActive()))
            .toList());
  }

  private static ExpansionView expansion(ExpansionReadiness readiness) {
    return new ExpansionView(
        readiness.state().key(),
        readiness.why(),
        readiness.value().stream().map(CheckedView::of).toList(),
        readiness.opportunity().stream().map(CheckedView::of).toList());
  }

  private static CompetitorsView competitors(CompetitorWatch watch) {
    return new CompetitorsView(
        watch.state().key(),
        watch.why(),
        watch.sightings().stream()
            .map(one -> new SightingView(one.on(), one.type(), one.text()))
            .toList());
  }
}
