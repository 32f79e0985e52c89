package io.holdfast.scoring.trying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.band.BandPolicy;
import io.holdfast.scoring.band.BandState;
import io.holdfast.scoring.band.BandThreshold;
import io.holdfast.scoring.health.AccountFixture;
import io.holdfast.scoring.health.Standing;
import io.holdfast.scoring.journey.Worth;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.rescoring.AccountPictures.AccountFact;
import io.holdfast.scoring.rescoring.AccountPictures.AccountUse;
import io.holdfast.scoring.rescoring.InMemoryAccountPictures;
import io.holdfast.scoring.rescoring.InMemoryRulebook;
import io.holdfast.scoring.rescoring.Profile;
import io.holdfast.scoring.rescoring.RecallPictures;
import io.holdfast.scoring.trying.Simulation.Move;
import io.holdfast.scoring.trying.Simulation.Placed;
import io.holdfast.scoring.trying.Simulation.Sum;
import io.holdfast.tenancy.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class SimulateModelTests implements LivePortfolioContract {

  private static final TenantId DEMO = new TenantId("demo");
  private static final Instant NOW = AccountFixture.noon(0);
  private static final ScoringModel IN_FORCE = AccountFixture.ENTERPRISE;

  /** Nobody is healthy below 100 points. */
  private static final ScoringModel STRICT = withHealthyFrom("100");

  private final InMemoryLivePortfolio portfolio = new InMemoryLivePortfolio();
  private final InMemoryAccountPictures pictures = new InMemoryAccountPictures();
  private boolean rebuilding;
  private final SimulateModel simulate =
      new SimulateModel(
          new InMemoryRulebook(),
          portfolio,
          new RecallPictures(pictures),
          _ -> Mono.just(rebuilding),
          Clock.fixed(NOW, ZoneOffset.UTC),
          Schedulers.immediate());

  @Test
  void theModelInForceMovesNobody() {
    give("fine", "1200", Band.HEALTHY, new AccountFixture().usedBy(9, -90, 0));
    give("fewer", "500", Band.HEALTHY, fewer());

    Simulation found = simulated(IN_FORCE);

    assertThat(found.moving()).isEmpty();
    assertThat(found.before()).isEqualTo(found.after());
    assertThat(found.revenueAtRiskAfter()).isEqualByComparingTo(found.revenueAtRiskBefore());
  }

  @Test
  void whoWouldMoveBandIsToldWithTheRevenueBehind() {
    give("fewer", "500", Band.HEALTHY, fewer());
    give("large", "9000", Band.HEALTHY, fewer());
    give("never seen", null, Band.UNKNOWN, new AccountFixture());

    Simulation found = simulated(STRICT);

    assertThat(found.moves())
        .isEqualTo(Map.of(new Move(Band.HEALTHY, Band.WATCH), new Sum(2, new BigDecimal("9500"))));
    assertThat(found.moving())
        .extracting(one -> one.profile().account())
        .containsExactly("large", "fewer");
    assertThat(found.after())
        .isEqualTo(
            Map.of(
                Band.WATCH,
                new Sum(2, new BigDecimal("9500")),
                Band.UNKNOWN,
                new Sum(1, BigDecimal.ZERO)));
    assertThat(found.revenueAtRiskBefore()).isEqualByComparingTo("190");
    assertThat(found.revenueAtRiskAfter()).isEqualByComparingTo("760");
  }

  @Test
  void anOverrideHoldsWhateverTheModelAndIsToldApart() {
    AccountFixture overridden =
        fewer()
            .with(
                "o",
                new Fact.ScoreOverride(
                    AccountFixture.noon(-1),
                    AccountFixture.noon(9),
                    new BigDecimal("30"),
                    "Sponsor left",
                    "ada"));
    give("overridden", "10", Band.CRITICAL, overridden);

    Simulation found = simulated(STRICT);

    assertThat(found.moving()).isEmpty();
    assertThat(found.overridden())
        .extracting(Placed::after, Placed::computed)
        .containsExactly(tuple(Band.CRITICAL, Band.WATCH));
  }

  @Test
  void whoHasLeftMeanwhileIsInNoPortfolio() {
    give(
        "gone",
        "10",
        Band.HEALTHY,
        fewer().with("o", new Fact.Outcome(AccountFixture.date(-1), true)));

    assertThat(simulated(STRICT).placed()).isEmpty();
  }

  @Test
  void nothingIsSaidWhilePicturesAreMadeAnew() {
    rebuilding = true;

    assertThat(simulate.of(DEMO, STRICT).block()).isNull();
  }

  /** A little less use than usual: healthy, but not full. */
  private static AccountFixture fewer() {
    return new AccountFixture().usedBy(20, -90, -7).usedBy(18, -6, 0);
  }

  private static ScoringModel withHealthyFrom(String points) {
    BandPolicy bands = IN_FORCE.bands();
    List<BandThreshold> thresholds = new ArrayList<>(bands.thresholds());
    thresholds.set(
        0, new BandThreshold(Band.HEALTHY, new BigDecimal(points), new BigDecimal(points)));
    return new ScoringModel(
        IN_FORCE.key(),
        2,
        IN_FORCE.name(),
        IN_FORCE.coverageFloor(),
        new BandPolicy(thresholds, bands.worseFor(), bands.keep()),
        IN_FORCE.prior(),
        IN_FORCE.axes(),
        IN_FORCE.journey());
  }

  private Simulation simulated(ScoringModel model) {
    return Objects.requireNonNull(simulate.of(DEMO, model).block());
  }

  private void give(String name, @Nullable String arr, Band band, AccountFixture account) {
    AccountPicture picture = account.picture();
    List<AccountUse> uses = new ArrayList<>();
    for (Use use : picture.uses()) {
      uses.add(new AccountUse(name, "e-" + uses.size(), use));
    }
    pictures.addUse(DEMO, uses).block();
    picture
        .facts()
        .forEach(
            fact -> pictures.addFacts(DEMO, List.of(new AccountFact(name, "v", fact))).block());
    stands(name, arr == null ? null : new BigDecimal(arr), band);
  }

  private void stands(String name, @Nullable BigDecimal arr, Band band) {
    BandState state = new BandState(band, NOW.minus(Duration.ofDays(30)), null, false);
    portfolio.live.add(
        new Profile(
            name, null, null, null, arr, "EUR", Worth.UNTOLD, new Standing(NOW, null, state)));
  }

  @Override
  public TenantId tenant() {
    return DEMO;
  }

  @Override
  public <T> List<T> all(Publisher<T> work) {
    return Objects.requireNonNull(Flux.from(work).collectList().block());
  }

  @Override
  public LivePortfolio portfolio() {
    return portfolio;
  }

  @Override
  public void stands(String account, @Nullable BigDecimal arr, boolean left) {
    if (!left) {
      stands(account, arr, Band.WATCH);
    }
  }
}
