package io.holdfast.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.scoring.journey.Reached;
import io.holdfast.scoring.reporting.HealthReport;
import io.holdfast.scoring.reporting.ReportValue.Report;
import io.holdfast.scoring.value.AgreedOutcome;
import io.holdfast.scoring.value.Comparison;
import io.holdfast.scoring.value.Comparison.Placed;
import io.holdfast.scoring.value.Progress;
import io.holdfast.scoring.value.Used;
import io.holdfast.scoring.value.ValueReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "ValueReport",
    description =
        "What an account had of the product in a period, beside as many days before: use, outcomes"
            + " agreed, milestones, and its place among anonymous peers")
record ValueReportView(
    String accountId,
    String accountName,
    @Schema(description = "internal or customer") String audience,
    Instant asOf,
    Instant knownAt,
    LocalDate from,
    LocalDate to,
    @Schema(
            description =
                "Nothing later is in the report; before the end of `to` for a period that"
                    + " is not over")
        Instant until,
    @Schema(description = "Whether `until` is the end of `to`") boolean over,
    @Schema(description = "The report in sentences") List<String> highlights,
    UsageView usage,
    @Schema(description = "In the order they were agreed") List<OutcomeView> outcomes,
    @Schema(description = "Progress of which it is not known what of")
        List<ProgressView> otherProgress,
    @Schema(description = "All that were reached by then") List<MilestoneView> milestones,
    PeersView peers,
    @Schema(description = "At the end; left out for the customer")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable ScoreView health)
    implements Printable {

  @Override
  public String template() {
    return "value-report";
  }

  @Override
  public PrintedValueReport words() {
    return PrintedValueReport.of(this);
  }

  @Schema(name = "ValueUsage")
  record UsageView(
      UsedView product,
      @Schema(description = "Days on which there was use") int days,
      int daysBefore,
      @Schema(description = "The core features, most people first") List<UsedView> features,
      @Schema(description = "The modules, most people first") List<UsedView> modules) {}

  @Schema(name = "UsedPart")
  record UsedView(
      String name,
      @Schema(description = "Distinct people") int people,
      @Schema(description = "In as many days before") int peopleBefore,
      long uses,
      long usesBefore) {

    static UsedView of(Used used) {
      return new UsedView(
          used.name(), used.people(), used.peopleBefore(), used.uses(), used.usesBefore());
    }
  }

  @Schema(name = "AgreedOutcome")
  record OutcomeView(
      @Nullable String outcome,
      LocalDate agreedOn,
      @Nullable LocalDate dueOn,
      @Schema(description = "achieved, overdue, in_progress or agreed") String state,
      @Schema(description = "The latest; null before any") @Nullable ProgressView progress,
      @Schema(description = "The latest before the period") @Nullable ProgressView before) {

    static OutcomeView of(AgreedOutcome outcome) {
      return new OutcomeView(
          outcome.words(),
          outcome.agreedOn(),
          outcome.dueOn(),
          outcome.state().key(),
          ProgressView.of(outcome.last()),
          ProgressView.of(outcome.before()));
    }
  }

  @Schema(name = "OutcomeProgress")
  record ProgressView(
      LocalDate on,
      @Schema(description = "Percent of what was agreed; null when something else was noted")
          @Nullable BigDecimal percent,
      @Nullable BigDecimal value,
      @Nullable String unit,
      @Nullable String text) {

    static @Nullable ProgressView of(@Nullable Progress progress) {
      return progress == null
          ? null
          : new ProgressView(
              progress.on(),
              progress.percent(),
              progress.value(),
              progress.unit(),
              progress.words());
    }
  }

  @Schema(name = "ValueMilestone")
  record MilestoneView(
      String key,
      String name,
      LocalDate on,
      @Schema(description = "Reached then or at some day before") boolean orEarlier,
      @Schema(description = "Known to be reached in the period") boolean inPeriod) {

    static MilestoneView of(Reached reached, ValueReport report) {
      return new MilestoneView(
          reached.key(), reached.name(), reached.on(), reached.orEarlier(), report.isNew(reached));
    }
  }

  @Schema(name = "PeerComparison")
  record PeersView(
      @Schema(description = "industry_and_size, size, plan or none") String basis,
      @Schema(description = "Who the peers are, in words") String words,
      List<PlaceView> measures) {

    static PeersView of(Comparison comparison) {
      return new PeersView(
          comparison.basis().key(),
          comparison.basis().words(),
          comparison.places().stream().map(PlaceView::of).toList());
    }
  }

  @Schema(name = "PeerPlace")
  record PlaceView(
      @Schema(description = "licence_use, feature_breadth, days_per_person or growth")
          String measure,
      String name,
      String meaning,
      @Schema(description = "Of the account itself, over the last 28 days of the report")
          @Nullable BigDecimal value,
      @Schema(description = "How many peers have the measure; 0 when there are fewer than 5")
          int peers,
      @Schema(
              description =
                  "Percent of the peers with less, of those with the same half, in steps of 10;"
                      + " null from fewer than 5 peers")
          @Nullable Integer percentile,
      @Schema(description = "Why there is no percentile") @Nullable String why) {

    static PlaceView of(Placed placed) {
      return new PlaceView(
          placed.measure().key(),
          placed.measure().shown(),
          placed.measure().meaning(),
          placed.value(),
          placed.peers(),
          placed.percentile(),
          placed.why());
    }
  }

  @Schema(name = "ValueHealth")
  record ScoreView(@Nullable BigDecimal score, String band) {

    static ScoreView of(HealthReport report) {
      return new ScoreView(report.health().score(), report.state().band().key());
    }
  }

  static ValueReportView of(Report report, Audience audience) {
    ValueReport value = report.value();
    HealthReport health = report.health();
    return new ValueReportView(
        report.account(),
        report.name(),
        audience.key(),
        report.at(),
        report.knownAt(),
        value.period().from(),
        value.period().to(),
        value.until(),
        value.over(),
        value.highlights(),
        new UsageView(
            UsedView.of(value.usage().product()),
            value.usage().days(),
            value.usage().daysBefore(),
            value.usage().features().stream().map(UsedView::of).toList(),
            value.usage().modules().stream().map(UsedView::of).toList()),
        value.outcomes().agreed().stream().map(OutcomeView::of).toList(),
        value.outcomes().others().stream().map(ProgressView::of).toList(),
        value.milestones().stream().map(one -> MilestoneView.of(one, value)).toList(),
        PeersView.of(value.peers()),
        health == null || audience.isCustomer() ? null : ScoreView.of(health));
  }
}
