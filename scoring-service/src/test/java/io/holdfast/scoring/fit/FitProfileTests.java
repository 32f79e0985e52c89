package io.holdfast.scoring.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.holdfast.scoring.fit.Requirement.ContainsAll;
import io.holdfast.scoring.fit.Requirement.OneOf;
import io.holdfast.scoring.fit.Requirement.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FitProfileTests {

  private static final FitCriterion INDUSTRY =
      new FitCriterion(
          "industry",
          Attribute.INDUSTRY,
          new OneOf(List.of("Logistics", "Retail")),
          new BigDecimal("0.5"),
          true);
  private static final FitCriterion SIZE =
      new FitCriterion(
          "size",
          Attribute.EMPLOYEES,
          new Range(new BigDecimal(50), new BigDecimal(500)),
          new BigDecimal("0.3"),
          false);
  private static final FitCriterion TOOLS =
      new FitCriterion(
          "tools",
          Attribute.INTEGRATIONS,
          new ContainsAll(List.of("Salesforce", "Slack")),
          new BigDecimal("0.2"),
          false);

  @Test
  void whoMeetsEverythingHasAHundredPoints() {
    Fit fit =
        profile(INDUSTRY, SIZE, TOOLS).check(company("logistics", 120L, "slack; Salesforce, Jira"));

    assertThat(fit.score()).contains(new BigDecimal("100.00"));
    assertThat(fit.verdict()).isEqualTo(FitVerdict.GOOD);
    assertThat(fit.coverage()).isEqualByComparingTo("1");
    assertThat(fit.reasons())
        .extracting(FitReason::sentence)
        .containsExactly(
            "Industry is 'logistics', one of Logistics, Retail: 50.00 of 50.00 points",
            "Employees is 120, within 50 to 500: 30.00 of 30.00 points",
            "Integrations has all of Salesforce, Slack: 20.00 of 20.00 points");
  }

  @Test
  void aPartOfWhatIsWantedGivesAPartOfThePoints() {
    Fit fit = profile(INDUSTRY, SIZE, TOOLS).check(company("Retail", 12L, "Slack"));

    assertThat(fit.score()).contains(new BigDecimal("60.00"));
    assertThat(fit.verdict()).isEqualTo(FitVerdict.FAIR);
    assertThat(fit.reasons())
        .extracting(FitReason::state)
        .containsExactly(FitReason.State.MET, FitReason.State.FAILED, FitReason.State.PARTLY);
  }

  @Test
  void whoFailsARequiredCriterionIsABadFitWhateverTheScore() {
    Fit fit = profile(INDUSTRY, SIZE, TOOLS).check(company("Mining", null, null));

    assertThat(fit.verdict()).isEqualTo(FitVerdict.BAD);
    assertThat(fit.reasons().getFirst().sentence()).contains("none of Logistics", "required");
  }

  @Test
  void whatIsMissingGivesItsWeightToWhatIsKnown() {
    Fit fit = profile(INDUSTRY, SIZE, TOOLS).check(company(null, 120L, "Slack"));

    assertThat(fit.coverage()).isEqualByComparingTo("0.5");
    assertThat(fit.score()).contains(new BigDecimal("80.00"));
    assertThat(fit.reasons())
        .extracting(FitReason::most)
        .containsExactly(new BigDecimal("0.00"), new BigDecimal("60.00"), new BigDecimal("40.00"));
    assertThat(fit.reasons().getFirst().sentence()).contains("not known");
    assertThat(fit.verdict()).as("a required criterion is open").isEqualTo(FitVerdict.FAIR);
  }

  @Test
  void ofTooLittleThereIsNoVerdict() {
    assertThat(profile(INDUSTRY, SIZE, TOOLS).check(company(null, null, "Slack")).verdict())
        .isEqualTo(FitVerdict.UNKNOWN);
    Fit nothing = profile(INDUSTRY, SIZE, TOOLS).check(company(null, null, null));
    assertThat(nothing.verdict()).isEqualTo(FitVerdict.UNKNOWN);
    assertThat(nothing.score()).isEmpty();
  }

  @Test
  void traitsAreReadUnderEitherSpellingAndByTheirOwnName() {
    Company company = Company.of(null, null, null, Map.of("useCase", "Audit", "tier", "gold"));

    assertThat(company.text(Attribute.USE_CASE)).contains("Audit");
    assertThat(company.text(Attribute.of("traits.tier").orElseThrow())).contains("gold");
    assertThat(Attribute.of("shoe_size")).isEmpty();
  }

  @Test
  void whatCannotBeAProfileIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> profile(INDUSTRY, SIZE))
        .withMessageContaining("sum to 0.8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(BigDecimal.TEN, BigDecimal.ONE))
        .withMessageContaining("empty");
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(null, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new OneOf(List.of()));
  }

  @Test
  void pointsSumToTheScoreWhateverIsKnown() {
    qt().withExamples(500)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              Fit fit = arbitrary(random).check(arbitraryCompany(random));

              BigDecimal points =
                  fit.reasons().stream()
                      .map(FitReason::points)
                      .reduce(BigDecimal.ZERO, BigDecimal::add);
              BigDecimal most =
                  fit.reasons().stream()
                      .map(FitReason::most)
                      .reduce(BigDecimal.ZERO, BigDecimal::add);
              assertThat(points).isEqualByComparingTo(fit.score().orElse(BigDecimal.ZERO));
              assertThat(most).isEqualByComparingTo(fit.score().isPresent() ? "100" : "0");
              assertThat(points).isBetween(BigDecimal.ZERO, new BigDecimal("100.00"));
            });
  }

  @Test
  void theOrderOfCriteriaDoesNotMatter() {
    qt().withExamples(300)
        .forAll(integers().all(), integers().all())
        .checkAssert(
            (seed, shuffle) -> {
              Random random = new Random(seed);
              FitProfile one = arbitrary(random);
              List<FitCriterion> criteria = new ArrayList<>(one.criteria());
              Collections.shuffle(criteria, new Random(shuffle));
              FitProfile other =
                  new FitProfile(criteria, one.good(), one.fair(), one.leastCoverage());
              Company company = arbitraryCompany(random);

              assertThat(other.check(company)).isEqualTo(one.check(company));
            });
  }

  @Test
  void whatIsNotKnownCountsAsIfItWereNotAsked() {
    qt().withExamples(300)
        .forAll(integers().between(1, 99), integers().between(0, 1000))
        .checkAssert(
            (percent, employees) -> {
              BigDecimal weight = BigDecimal.valueOf(percent, 2);
              FitCriterion asked = weighted(SIZE, weight);
              FitCriterion open = weighted(TOOLS, BigDecimal.ONE.subtract(weight));
              Company company = company(null, (long) employees, null);

              Optional<BigDecimal> alone =
                  profile(weighted(SIZE, BigDecimal.ONE)).check(company).score();
              assertThat(profile(asked, open).check(company).score()).isEqualTo(alone);
              assertThat(profile(asked, open).check(company).coverage())
                  .isEqualByComparingTo(weight);
            });
  }

  private static FitCriterion weighted(FitCriterion one, BigDecimal weight) {
    return new FitCriterion(one.key(), one.attribute(), one.requirement(), weight, one.required());
  }

  static FitProfile profile(FitCriterion... criteria) {
    return new FitProfile(
        List.of(criteria), new BigDecimal(75), new BigDecimal(50), new BigDecimal("0.4"));
  }

  private static Company company(
      @Nullable String industry, @Nullable Long employees, @Nullable String integrations) {
    return Company.of(
        industry,
        null,
        employees,
        integrations == null ? Map.of() : Map.of("integrations", integrations));
  }

  private static FitProfile arbitrary(Random random) {
    int count = 1 + random.nextInt(9);
    List<FitCriterion> criteria = new ArrayList<>();
    int left = 1000;
    for (int i = 0; i < count; i++) {
      int weight = i == count - 1 ? left : 1 + random.nextInt(left - (count - i - 1));
      left -= weight;
      criteria.add(
          new FitCriterion(
              "c" + i,
              new Attribute("traits.t" + i),
              arbitraryRequirement(random),
              BigDecimal.valueOf(weight, 3),
              random.nextInt(4) == 0));
    }
    return profile(criteria.toArray(FitCriterion[]::new));
  }

  private static Requirement arbitraryRequirement(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> new OneOf(List.of("1", "2"));
      case 1 -> new Range(null, BigDecimal.ONE);
      default -> new ContainsAll(List.of("1", "2", "3"));
    };
  }

  private static Company arbitraryCompany(Random random) {
    Map<String, String> traits = new HashMap<>();
    for (int i = 0; i < 9; i++) {
      if (random.nextInt(3) > 0) {
        traits.put("t" + i, List.of("1", "2", "3", "1,2", "x", "").get(random.nextInt(6)));
      }
    }
    return Company.of(null, null, null, traits);
  }
}
