package io.holdfast.scoring.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarlyChurnTests {

  @Test
  void theIntervalIsWilsons() {
    // worked out by hand from the formula: n = 100, p = 0.2, z = 1.96
    assertThat(new ChurnedShare(100, 20).rate())
        .contains(
            new ChurnedShare.Rate(
                new BigDecimal("0.2000"), new BigDecimal("0.1334"), new BigDecimal("0.2888")));
    assertThat(new ChurnedShare(20, 0).rate().orElseThrow().low()).isZero();
    assertThat(new ChurnedShare(20, 20).rate().orElseThrow().high()).isOne();
  }

  @Test
  void nothingIsClaimedOfFewAccounts() {
    EarlyChurn churn = new EarlyChurn();
    told(churn, 19, 19, FitVerdict.GOOD, "Mining");
    told(churn, 100, 0, FitVerdict.GOOD, "Retail");

    assertThat(group(churn, "industry", "Mining").share().rate()).isEmpty();
    assertThat(churn.proposals(Optional.empty())).isEmpty();
  }

  @Test
  void whatLeavesMoreOftenAndIsNotAskedForBecomesACriterion() {
    EarlyChurn churn = new EarlyChurn();
    told(churn, 40, 20, FitVerdict.UNKNOWN, "Mining");
    told(churn, 100, 5, FitVerdict.UNKNOWN, "Retail");

    assertThat(churn.proposals(Optional.empty()))
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.kind()).isEqualTo(Proposal.Kind.ADD_CRITERION);
              assertThat(proposal.value()).isEqualTo("Mining");
              assertThat(proposal.sentence()).contains("20 of 40 (35 to 65%)", "5 of 100");
            });
  }

  @Test
  void whatTheProfileWantsAndLeavesIsToBeLeftOutAndTheOtherWayRound() {
    EarlyChurn churn = new EarlyChurn();
    told(churn, 40, 20, FitVerdict.GOOD, "Mining");
    told(churn, 100, 5, FitVerdict.BAD, "Retail");

    List<Proposal> wantsMining = churn.proposals(Optional.of(wanting("mining")));
    List<Proposal> wantsRetail = churn.proposals(Optional.of(wanting("Retail")));

    assertThat(wantsMining)
        .extracting(Proposal::kind, Proposal::value)
        .containsExactly(
            tuple(Proposal.Kind.REVIEW, "good"),
            tuple(Proposal.Kind.TAKE_IN, "Retail"),
            tuple(Proposal.Kind.LEAVE_OUT, "Mining"));
    assertThat(wantsRetail).extracting(Proposal::kind).containsExactly(Proposal.Kind.REVIEW);
  }

  @Test
  void accountsAreSplitBySizeAndThoseOfUnknownSizeStandApart() {
    EarlyChurn churn = new EarlyChurn();
    for (long employees : new long[] {1, 10, 11, 5000}) {
      churn.with(
          new Newcomer(
              FitVerdict.FAIR, Company.of(null, null, employees, Map.of("source", "Ads")), false));
    }
    told(churn, 1, 1, FitVerdict.FAIR, "Retail");

    assertThat(group(churn, "size", "0-10").share()).isEqualTo(new ChurnedShare(2, 0));
    assertThat(group(churn, "size", "11-50").share()).isEqualTo(new ChurnedShare(1, 0));
    assertThat(group(churn, "size", "1001+").share()).isEqualTo(new ChurnedShare(1, 0));
    assertThat(group(churn, "size", "unknown").share()).isEqualTo(new ChurnedShare(1, 1));
    assertThat(group(churn, "source", "Ads").share()).isEqualTo(new ChurnedShare(4, 0));
    assertThat(churn.all()).isEqualTo(new ChurnedShare(5, 1));
  }

  private static EarlyChurn.Group group(EarlyChurn churn, String by, String value) {
    return churn.splits().stream()
        .filter(split -> split.by().equals(by))
        .flatMap(split -> split.groups().stream())
        .filter(group -> group.value().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static void told(
      EarlyChurn churn, int accounts, int left, FitVerdict fit, String industry) {
    for (int i = 0; i < accounts; i++) {
      churn.with(new Newcomer(fit, Company.of(industry, null, null, Map.of()), i < left));
    }
  }

  private static FitProfile wanting(String industry) {
    return FitProfileTests.profile(
        new FitCriterion(
            "industry",
            Attribute.INDUSTRY,
            new Requirement.OneOf(List.of(industry)),
            BigDecimal.ONE,
            false));
  }
}
