package io.holdfast.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.scoring.fit.ChurnedShare;
import io.holdfast.scoring.fit.ChurnedShare.Rate;
import io.holdfast.scoring.fit.EarlyChurn;
import io.holdfast.scoring.fit.Proposal;
import io.holdfast.scoring.fitting.ReportEarlyChurn.Report;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "EarlyChurn")
@JsonInclude(JsonInclude.Include.ALWAYS)
record EarlyChurnView(
    @Schema(description = "Accounts that left within so many days of day 0") int within,
    @Schema(description = "Day 0 was on this day or before") LocalDate beganUntil,
    @Nullable Integer profileVersion,
    @Schema(description = "Of fewer accounts no rate is told and nothing proposed") int least,
    ShareView all,
    List<SplitView> splits,
    @Schema(description = "None is made by itself") List<ProposalView> proposals) {

  @Schema(name = "ChurnedShare")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ShareView(
      int accounts,
      int churned,
      @Nullable BigDecimal rate,
      @Schema(description = "Of the 95% interval after Wilson") @Nullable BigDecimal low,
      @Nullable BigDecimal high) {

    static ShareView of(ChurnedShare share) {
      Rate rate = share.rate().orElse(null);
      return rate == null
          ? new ShareView(share.accounts(), share.churned(), null, null, null)
          : new ShareView(share.accounts(), share.churned(), rate.rate(), rate.low(), rate.high());
    }
  }

  @Schema(name = "ChurnSplit")
  record SplitView(
      @Schema(description = "fit, industry, size (employees) or source") String by,
      List<GroupView> groups) {}

  @Schema(name = "ChurnGroup")
  record GroupView(String value, ShareView share) {}

  @Schema(name = "FitProposal")
  record ProposalView(
      @Schema(description = "add_criterion, leave_out, take_in or review") String kind,
      String attribute,
      String value,
      String sentence,
      ShareView share,
      @Schema(description = "The other accounts; of `review` the bad fits") ShareView rest) {

    static ProposalView of(Proposal proposal) {
      return new ProposalView(
          proposal.kind().key(),
          proposal.attribute(),
          proposal.value(),
          proposal.sentence(),
          ShareView.of(proposal.share()),
          ShareView.of(proposal.rest()));
    }
  }

  static EarlyChurnView of(Report report) {
    EarlyChurn churn = report.churn();
    return new EarlyChurnView(
        report.days(),
        report.today().minusDays(report.days()),
        report.version().orElse(null),
        ChurnedShare.LEAST,
        ShareView.of(churn.all()),
        churn.splits().stream()
            .map(
                split ->
                    new SplitView(
                        split.by(),
                        split.groups().stream()
                            .map(group -> new GroupView(group.value(), ShareView.of(group.share())))
                            .toList()))
            .toList(),
        report.proposals().stream().map(ProposalView::of).toList());
  }
}
