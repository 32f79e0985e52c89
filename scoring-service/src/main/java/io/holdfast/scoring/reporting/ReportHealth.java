package io.holdfast.scoring.reporting;

import io.holdfast.scoring.band.BandState;
import io.holdfast.scoring.change.Assessment;
import io.holdfast.scoring.change.ScoreChange;
import io.holdfast.scoring.health.Health;
import io.holdfast.scoring.health.Judging.Point;
import io.holdfast.scoring.health.Standing;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.rescoring.Profile;
import io.holdfast.scoring.rescoring.RecallPictures;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.scoring.rescoring.Rules;
import io.holdfast.scoring.rescoring.Standings;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What the health of an account is, and was. Empty for an account the tenant never had. */
public final class ReportHealth {

  private final Rulebook rulebook;
  private final RecallPictures pictures;
  private final Standings standings;
  private final Clock clock;

  public ReportHealth(
      Rulebook rulebook, RecallPictures pictures, Standings standings, Clock clock) {
    this.rulebook = rulebook;
    this.pictures = pictures;
    this.standings = standings;
    this.clock = clock;
  }

  private record Case(Profile profile, Rules rules, KnownPicture picture) {}

  /** As last judged: the band is the one that was decided. Not judged yet is unknown. */
  public Mono<HealthReport> now(TenantId tenant, String account) {
    Instant now = clock.instant();
    return open(tenant, account, now)
        .map(
            found -> {
              Standing standing = found.profile().standing();
              Instant judgedAt = standing.judgedAt();
              return judgedAt == null
                  ? report(found, found.rules().policy().unknown(now), standing.state(), now)
                  : report(found, judgedAt, standing.state(), now);
            });
  }

  /**
   * As of an instant, as known at another, by some rules: the band is folded over the days before.
   */
  public Mono<HealthReport> asOf(
      TenantId tenant, String account, Instant asOf, Optional<Instant> knownAt, Rules rules) {
    Instant known = knownAt.orElse(clock.instant());
    return standings
        .find(tenant, account)
        .flatMap(profile -> open(tenant, profile, asOf, knownAt, rules))
        .map(found -> report(found, asOf, rules.judging().folded(found.picture(), asOf), known));
  }

  /**
   * What made the score another one between two instants, both as known at one, by some rules.
   *
   * @param knownAt now, if not given
   */
  public Mono<ScoreChange> change(
      TenantId tenant,
      String account,
      Instant from,
      Instant to,
      Optional<Instant> knownAt,
      Rules rules) {
    return standings
        .find(tenant, account)
        .flatMap(profile -> open(tenant, profile, from, knownAt, rules))
        .map(
            found ->
                ScoreChange.between(
                    assessed(from, found.picture(), rules), assessed(to, found.picture(), rules)));
  }

  /**
   * What made the score another one between what was shown at two instants: each as known then, by
   * the rules in force then.
   */
  public Mono<ScoreChange> changeShown(
      TenantId tenant, String account, Instant from, Instant to, Rules rulesThen, Rules rules) {
    return standings
        .find(tenant, account)
        .flatMap(
            profile ->
                pictures.asOf(tenant, List.of(profile.account()), from, rules.calendar()).single())
        .map(
            all -> {
              KnownPicture knownThen = all.picture().knownAt(from, rules.calendar());
              KnownPicture knownLater = all.picture().knownAt(to, rules.calendar());
              return ScoreChange.between(
                  assessed(from, knownThen, rulesThen),
                  assessed(from, knownLater, rulesThen),
                  assessed(from, knownLater, rules),
                  assessed(to, knownLater, rules));
            });
  }

  private static Assessment assessed(Instant at, KnownPicture picture, Rules rules) {
    return new Assessment(rules.policy().at(at, picture), rules.model());
  }

  /** Score and band at the end of every day, as known now. */
  public Mono<List<Point>> history(TenantId tenant, String account, Instant from, Instant to) {
    return open(tenant, account, from)
        .map(found -> found.rules().judging().series(found.picture(), from, to));
  }

  /** Everything known now, for lists of what happened. */
  public Mono<KnownPicture> picture(TenantId tenant, String account) {
    Instant now = clock.instant();
    return open(tenant, account, now).map(Case::picture);
  }

  private Mono<Case> open(TenantId tenant, String account, Instant from) {
    return standings
        .find(tenant, account)
        .flatMap(
            profile ->
                rulebook
                    .inForce(tenant, clock.instant())
                    .flatMap(rules -> open(tenant, profile, from, Optional.empty(), rules)));
  }

  private Mono<Case> open(
      TenantId tenant, Profile profile, Instant from, Optional<Instant> knownAt, Rules rules) {
    return pictures
        .asOf(tenant, List.of(profile.account()), from, rules.calendar())
        .single()
        .map(all -> new Case(profile, rules, known(all.picture(), knownAt, rules)));
  }

  private static KnownPicture known(
      AccountPicture picture, Optional<Instant> knownAt, Rules rules) {
    return knownAt
        .map(instant -> picture.knownAt(instant, rules.calendar()))
        .orElseGet(() -> picture.known(rules.calendar()));
  }

  private static HealthReport report(Case found, Instant at, BandState state, Instant knownAt) {
    return report(found, found.rules().policy().at(at, found.picture()), state, knownAt);
  }

  private static HealthReport report(Case found, Health health, BandState state, Instant knownAt) {
    return new HealthReport(
        found.profile().account(),
        found.profile().shownName(),
        health,
        state,
        knownAt,
        found.picture().assumedShare(health.at()),
        found.rules().model(),
        found.rules().calendar());
  }
}
