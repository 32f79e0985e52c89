package io.holdfast.scoring.trying;

import io.holdfast.messaging.Rebuilding;
import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.health.Cause;
import io.holdfast.scoring.health.Health;
import io.holdfast.scoring.health.Judgement;
import io.holdfast.scoring.model.ScoringModel;
import io.holdfast.scoring.rescoring.AccountPictures.Pictured;
import io.holdfast.scoring.rescoring.Profile;
import io.holdfast.scoring.rescoring.RecallPictures;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.scoring.rescoring.Rules;
import io.holdfast.scoring.trying.Simulation.Placed;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Judges today's portfolio by a model as publishing it would, and keeps nothing of it. Nothing
 * comes while pictures are made anew.
 */
public final class SimulateModel {

  /** So many accounts are judged at once, those of the most revenue. */
  public static final int MOST = 1000;

  private final Rulebook rulebook;
  private final LivePortfolio portfolio;
  private final RecallPictures pictures;
  private final Rebuilding rebuilding;
  private final Clock clock;
  private final Scheduler computing;

  public SimulateModel(
      Rulebook rulebook,
      LivePortfolio portfolio,
      RecallPictures pictures,
      Rebuilding rebuilding,
      Clock clock,
      Scheduler computing) {
    this.rulebook = rulebook;
    this.portfolio = portfolio;
    this.pictures = pictures;
    this.rebuilding = rebuilding;
    this.clock = clock;
    this.computing = computing;
  }

  public Mono<Simulation> of(TenantId tenant, ScoringModel model) {
    Instant now = clock.instant();
    return rebuilding
        .underWay(tenant)
        .filter(underWay -> !underWay)
        .flatMap(_ -> rulebook.inForce(tenant, now))
        .flatMap(
            rules ->
                portfolio
                    .largest(tenant, MOST)
                    .collectList()
                    .flatMap(profiles -> judged(tenant, profiles, rules, model, now))
                    .flatMap(
                        placed ->
                            portfolio
                                .size(tenant)
                                .map(
                                    size ->
                                        new Simulation(
                                            now,
                                            rules.model(),
                                            model,
                                            rules.currency(),
                                            size,
                                            placed))));
  }

  /** In the order of the profiles. */
  private Mono<List<Placed>> judged(
      TenantId tenant, List<Profile> profiles, Rules rules, ScoringModel model, Instant now) {
    Map<String, Profile> byAccount = new LinkedHashMap<>();
    profiles.forEach(profile -> byAccount.put(profile.account(), profile));
    Rules others = new Rules(rules.calendar(), rules.features(), model, rules.currency());
    return pictures
        .asOf(tenant, byAccount.keySet(), now, rules.calendar())
        .publishOn(computing, 1)
        .concatMapIterable(
            one ->
                placed(Objects.requireNonNull(byAccount.get(one.account())), one, others, now)
                    .stream()
                    .toList())
        .collect(
            () -> new HashMap<String, Placed>(),
            (found, one) -> found.put(one.profile().account(), one))
        .map(found -> inOrder(byAccount, found));
  }

  private static List<Placed> inOrder(Map<String, Profile> order, Map<String, Placed> found) {
    List<Placed> placed = new ArrayList<>();
    for (String account : order.keySet()) {
      Placed one = found.get(account);
      if (one != null) {
        placed.add(one);
      }
    }
    return placed;
  }

  /** Who has left since is in no portfolio. */
  private static Optional<Placed> placed(Profile profile, Pictured one, Rules rules, Instant now) {
    Judgement judgement =
        rules
            .judging()
            .judge(profile.standing(), one.picture().known(rules.calendar()), Cause.LATE, now);
    Health health = judgement.health();
    Band computed = rules.model().bands().of(health.computedScore());
    return health.isFrozen()
        ? Optional.empty()
        : Optional.of(
            new Placed(
                profile,
                profile.standing().state().band(),
                judgement.state().band(),
                health.score(),
                health.overruled() != null,
                computed));
  }
}
