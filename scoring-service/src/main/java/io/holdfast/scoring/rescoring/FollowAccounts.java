package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.health.Judgement;
import io.holdfast.scoring.health.Trend;
import io.holdfast.scoring.journey.Findings;
import io.holdfast.scoring.journey.FirstDays;
import io.holdfast.scoring.journey.Following;
import io.holdfast.scoring.journey.JourneyState;
import io.holdfast.scoring.journey.Progress;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.rescoring.Journeys.Followed;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Follows accounts that were just judged. The first days of an old account are read by themselves,
 * once.
 */
public final class FollowAccounts {

  private final Journeys journeys;
  private final RecallPictures pictures;

  public FollowAccounts(Journeys journeys, RecallPictures pictures) {
    this.journeys = journeys;
    this.pictures = pictures;
  }

  record States(Map<String, JourneyState> byAccount) {

    JourneyState of(String account) {
      return byAccount.getOrDefault(account, JourneyState.BEGINNING);
    }
  }

  /**
   * What an account shows.
   *
   * @param firstDays if they are wanted and the account's picture tells them
   * @param firstDaysAsOf when they are wanted and an earlier picture tells them
   */
  record Looked(
      JourneyState state,
      Findings findings,
      @Nullable FirstDays firstDays,
      Optional<Instant> firstDaysAsOf) {}

  record Judged(
      Profile profile,
      Judgement judgement,
      Trend trend,
      @Nullable LocalDate churnedOn,
      Looked looked) {

    Verdict verdict(Rules rules, @Nullable FirstDays firstDays) {
      Progress progress = following(rules).follow(looked.state(), looked.findings(), firstDays);
      return new Verdict(profile, judgement, trend, rules.model(), churnedOn, progress);
    }
  }

  Mono<States> states(TenantId tenant, Collection<String> accounts) {
    return journeys
        .of(tenant, accounts)
        .collect(Collectors.toMap(Followed::account, Followed::state))
        .map(States::new);
  }

  /** An account that left is looked at as it was when it did. */
  static Looked look(
      Profile profile, JourneyState state, Judgement judgement, KnownPicture known, Rules rules) {
    Instant left = judgement.health().frozenAt();
    Instant at = left == null ? judgement.health().at() : left;
    Following following = following(rules);
    Findings findings = following.look(known, at, judgement.state().band(), profile.worth());
    if (!following.wantsFirstDays(state, findings)) {
      return new Looked(state, findings, null, Optional.empty());
    }
    Optional<Instant> earlier = following.firstDaysAsOf(findings, rules.calendar());
    FirstDays firstDays = earlier.isPresent() ? null : following.firstDays(known, findings);
    return new Looked(state, findings, firstDays, earlier);
  }

  /** The earlier pictures are read one by one, after all else was: they share a connection. */
  Mono<List<Verdict>> all(TenantId tenant, List<Judged> judged, Rules rules) {
    return Flux.fromIterable(judged)
        .concatMap(
            one ->
                one.looked()
                    .firstDaysAsOf()
                    .map(asOf -> firstDays(tenant, one, asOf, rules))
                    .orElseGet(() -> Mono.justOrEmpty(one.looked().firstDays()))
                    .map(firstDays -> one.verdict(rules, firstDays))
                    .switchIfEmpty(Mono.fromSupplier(() -> one.verdict(rules, null))))
        .collectList();
  }

  private Mono<FirstDays> firstDays(TenantId tenant, Judged one, Instant asOf, Rules rules) {
    return pictures
        .asOf(tenant, List.of(one.profile().account()), asOf, rules.calendar())
        .single()
        .map(
            young ->
                following(rules)
                    .firstDays(young.picture().known(rules.calendar()), one.looked().findings()));
  }

  Mono<Void> keep(TenantId tenant, List<Verdict> verdicts) {
    return journeys.keep(tenant, verdicts);
  }

  private static Following following(Rules rules) {
    return new Following(rules.policy());
  }
}
