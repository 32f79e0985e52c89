package io.holdfast.scoring.health;

import static io.holdfast.scoring.health.AccountFixture.ENTERPRISE;
import static io.holdfast.scoring.health.AccountFixture.REPORTS;
import static io.holdfast.scoring.health.AccountFixture.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.holdfast.scoring.health.Health.MissingSignal;
import io.holdfast.scoring.health.Health.SignalHealth;
import io.holdfast.scoring.model.Axis;
import io.holdfast.scoring.model.Measure;
import io.holdfast.scoring.model.MissingPolicy;
import io.holdfast.scoring.model.MissingPolicy.Carry;
import io.holdfast.scoring.model.MissingPolicy.Penalise;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.model.SignalRule;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.signal.Reading.Carried;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class MissingDataTests {

  private static final AccountFixture WITHOUT_CONTRACT =
      new AccountFixture()
          .usedBy(40, -62, 0)
          .usedBy(40, "report", -62, 0)
          .with("m", new Fact.Meeting(noon(-3), null, null));

  @Test
  void aPenalisedSignalKeepsItsWeightAndCountsWithTheModelsScore() {
    ScoringModel strict = with("licence_utilisation", new Penalise(new BigDecimal("25")));

    Health mild = health(ENTERPRISE, WITHOUT_CONTRACT, 0);
    Health hard = health(strict, WITHOUT_CONTRACT, 0);

    assertThat(signal(hard, "licence_utilisation").score()).isEqualByComparingTo("25");
    assertThat(axis(mild, "product_adoption").score()).isEqualByComparingTo("100");
    assertThat(axis(hard, "product_adoption").score()).isEqualByComparingTo("70");
    assertThat(hard.missing())
        .filteredOn(one -> one.key().equals("licence_utilisation"))
        .extracting(MissingSignal::policy)
        .containsExactly("penalise");
    HealthPolicyTests.addsUp(hard);
  }

  @Test
  void aPenaltyIsNoData() {
    ScoringModel strict = withAll(_ -> new Penalise(BigDecimal.ZERO));
    AccountFixture seenOnly =
        new AccountFixture().with("m", new Fact.Meeting(noon(-3), null, null));

    Health mild = health(ENTERPRISE, seenOnly, 0);
    Health hard = health(strict, seenOnly, 0);

    assertThat(hard.coverage()).isEqualByComparingTo(mild.coverage()).isEqualByComparingTo("0.2");
    assertThat(hard.score()).isNull();
  }

  @Test
  void nothingIsPenalisedBeforeTheAccountWasThere() {
    ScoringModel strict = withAll(_ -> new Penalise(BigDecimal.ZERO));

    assertThat(health(strict, WITHOUT_CONTRACT, -400).axes())
        .allSatisfy(axis -> assertThat(axis.signals()).isEmpty());
  }

  @Test
  void theLastReadingIsCarriedUntilItExpires() {
    AccountFixture account =
        new AccountFixture()
            .usedBy(40, -62, 0)
            .with("old", phase(-200, -9, 50))
            .with("new", phase(-9, null, 0));
    ScoringModel carrying = with("licence_utilisation", new Carry(14));

    Health before = health(carrying, account, -11);
    Health carried = health(carrying, account, 0);
    Health expired = health(carrying, account, 8);

    assertThat(signal(carried, "licence_utilisation").reading())
        .isInstanceOfSatisfying(
            Carried.class,
            reading -> {
              assertThat(reading.value())
                  .isEqualByComparingTo(signal(before, "licence_utilisation").reading().value());
              assertThat(reading.sentence()).contains("as on " + reading.on());
            });
    assertThat(missing(carried, "licence_utilisation")).isFalse();
    assertThat(missing(expired, "licence_utilisation")).isTrue();
  }

  @Test
  void pointsAddUpWhateverThePoliciesAre() {
    qt().withExamples(200)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              ScoringModel model = withAll(_ -> arbitrary(random));
              AccountFixture account = HealthPropertyTests.arbitrary(random);

              HealthPolicyTests.addsUp(health(model, account, 0));
            });
  }

  @Test
  void whatIsMissingNeverAddsToCoverage() {
    qt().withExamples(200)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              AccountFixture account = HealthPropertyTests.arbitrary(random);
              ScoringModel strict =
                  withAll(_ -> new Penalise(BigDecimal.valueOf(random.nextInt(101))));

              assertThat(health(strict, account, 0).coverage())
                  .isEqualByComparingTo(health(ENTERPRISE, account, 0).coverage());
            });
  }

  private static Fact phase(int first, @Nullable Integer end, int seats) {
    return new Fact.Phase(
        "sub-" + seats,
        AccountFixture.date(first),
        end == null ? null : AccountFixture.date(end),
        seats,
        true,
        false);
  }

  /** A policy a model could have for any signal. */
  public static MissingPolicy arbitrary(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> MissingPolicy.REDISTRIBUTE;
      case 1 -> new Penalise(BigDecimal.valueOf(random.nextInt(101)));
      default -> new Carry(1 + random.nextInt(6));
    };
  }

  private static ScoringModel with(String key, MissingPolicy policy) {
    return withAll(rule -> rule.key().equals(key) ? policy : rule.missing());
  }

  /** The enterprise model with other policies; what looks back too far for one carries nothing. */
  public static ScoringModel withAll(Function<SignalRule, MissingPolicy> policy) {
    return new ScoringModel(
        "strict",
        1,
        "Strict",
        ENTERPRISE.coverageFloor(),
        ENTERPRISE.bands(),
        ENTERPRISE.prior(),
        ENTERPRISE.axes().stream()
            .map(
                axis ->
                    new Axis(
                        axis.key(),
                        axis.name(),
                        axis.weight(),
                        axis.signals().stream()
                            .map(rule -> with(rule, policy.apply(rule)))
                            .toList()))
            .toList(),
        ENTERPRISE.journey());
  }

  private static SignalRule with(SignalRule rule, MissingPolicy policy) {
    boolean tooFar =
        policy instanceof Carry(int days) && rule.measure().reach() + days > Measure.FURTHEST;
    return new SignalRule(
        rule.key(),
        rule.name(),
        rule.unit(),
        rule.weight(),
        rule.measure(),
        rule.curve(),
        tooFar ? MissingPolicy.REDISTRIBUTE : policy);
  }

  private static Health health(ScoringModel model, AccountFixture account, int day) {
    return new HealthPolicy(model, REPORTS).at(noon(day), account.known());
  }

  private static SignalHealth signal(Health health, String key) {
    return health.axes().stream()
        .flatMap(axis -> axis.signals().stream())
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Health.AxisHealth axis(Health health, String key) {
    return health.axes().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
  }

  private static boolean missing(Health health, String key) {
    return health.missing().stream().anyMatch(one -> one.key().equals(key));
  }
}
