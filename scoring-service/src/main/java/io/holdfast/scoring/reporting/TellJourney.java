package io.holdfast.scoring.reporting;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.journey.ExpansionReadiness;
import io.holdfast.scoring.journey.Findings;
import io.holdfast.scoring.journey.Following;
import io.holdfast.scoring.journey.JourneyState;
import io.holdfast.scoring.journey.Reached;
import io.holdfast.scoring.journey.Segmented;
import io.holdfast.scoring.journey.Stage;
import io.holdfast.scoring.journey.Worth;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.reporting.JourneyReport.OnRecord;
import io.holdfast.scoring.reporting.JourneyReport.StageNow;
import io.holdfast.scoring.rescoring.Journeys;
import io.holdfast.scoring.rescoring.Journeys.Followed;
import io.holdfast.scoring.rescoring.Profile;
import io.holdfast.scoring.rescoring.RecallPictures;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.scoring.rescoring.Rules;
import io.holdfast.scoring.rescoring.Standings;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Where an account is on its way. Stages and milestones are records of what was decided; the rest
 * is found anew. Empty for an account the tenant never had.
 */
public final class TellJourney {

  private final Rulebook rulebook;
  private final RecallPictures pictures;
  private final Standings standings;
  private final Journeys journeys;
  private final StageRecords stages;
  private final Clock clock;

  public TellJourney(
      Rulebook rulebook,
      RecallPictures pictures,
      Standings standings,
      Journeys journeys,
      StageRecords stages,
      Clock clock) {
    this.rulebook = rulebook;
    this.pictures = pictures;
    this.standings = standings;
    this.journeys = journeys;
    this.stages = stages;
    this.clock = clock;
  }

  /**
   * @param asOf as last judged, if not given
   * @param knownAt now, if not given
   */
  public Mono<JourneyReport> of(
      TenantId tenant, String account, Optional<Instant> asOf, Optional<Instant> knownAt) {
    Instant now = clock.instant();
    return standings
        .find(tenant, account)
        .flatMap(
            profile -> {
              Instant judged = profile.standing().judgedAt();
              Instant at = asOf.orElse(judged == null ? now : judged);
              return rulebook
                  .inForce(tenant, knownAt.orElse(now))
                  .flatMap(rules -> report(tenant, profile, at, asOf, knownAt, rules));
            });
  }

  private Mono<JourneyReport> report(
      TenantId tenant,
      Profile profile,
      Instant at,
      Optional<Instant> asOf,
      Optional<Instant> knownAt,
      Rules rules) {
    return onRecord(tenant, profile.account(), at)
        .flatMap(
            record ->
                pictures
                    .asOf(tenant, List.of(profile.account()), at, rules.calendar())
                    .single()
                    .map(
                        all -> {
                          KnownPicture known =
                              knownAt
                                  .map(then -> all.picture().knownAt(then, rules.calendar()))
                                  .orElseGet(() -> all.picture().known(rules.calendar()));
                          Band band =
                              asOf.isPresent()
                                  ? rules.judging().folded(known, at).band()
                                  : profile.standing().state().band();
                          Worth worth = asOf.isPresent() ? Worth.UNTOLD : profile.worth();
                          return report(
                              profile,
                              known,
                              at,
                              band,
                              worth,
                              record,
                              knownAt.orElse(clock.instant()),
                              rules);
                        }));
  }

  private Mono<OnRecord> onRecord(TenantId tenant, String account, Instant at) {
    return journeys
        .of(tenant, List.of(account))
        .next()
        .map(Followed::state)
        .defaultIfEmpty(JourneyState.BEGINNING)
        .flatMap(
            state ->
                stages
                    .of(tenant, account, at)
                    .takeLast(1)
                    .next()
                    .map(last -> new OnRecord(last.to(), last.at(), state))
                    .defaultIfEmpty(new OnRecord(null, at, state)));
  }

  /** An account that left is found as it was when it did. */
  private static JourneyReport report(
      Profile profile,
      KnownPicture known,
      Instant asked,
      Band band,
      Worth worth,
      OnRecord record,
      Instant knownAt,
      Rules rules) {
    TenantCalendar calendar = rules.calendar();
    Instant at =
        known
            .departedBy(calendar.day(asked))
            .map(left -> calendar.startOf(left).minusMillis(1))
            .orElse(asked);
    Following following = new Following(rules.policy());
    Findings findings = following.look(known, at, band, worth);
    Stage stage = record.stage();
    Stage said = stage == null ? Stage.ONBOARDING : stage;
    ExpansionReadiness expansion = findings.expansion().in(said);
    List<Reached> reached =
        record.state().reached().stream()
            .filter(one -> !one.on().isAfter(findings.day()))
            .sorted(Comparator.comparing(Reached::on).thenComparing(Reached::key))
            .toList();
    Long age = findings.dayZero() == null ? null : findings.age();
    return new JourneyReport(
        profile.account(),
        findings,
        knownAt,
        rules.model(),
        stage == null
            ? null
            : new StageNow(
                stage,
                record.since(),
                following.goal(stage),
                following.indicators(stage, known, at)),
        reached,
        age != null && age > Following.DAY_90 ? record.state().day90() : null,
        expansion,
        Segmented.of(findings, said, expansion));
  }
}
