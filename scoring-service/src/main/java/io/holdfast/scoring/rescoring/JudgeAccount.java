package io.holdfast.scoring.rescoring;

import io.holdfast.messaging.Timers;
import io.holdfast.scoring.health.Cause;
import io.holdfast.scoring.health.Judgement;
import io.holdfast.scoring.health.Judging;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Judges one account with what is known now, keeps the verdict, tells it, and sets its clock. */
public final class JudgeAccount {

  public static final String DAILY = "daily";

  /** Twelve weeks of trend, each with a baseline that may be carried for a quarter. */
  private static final Duration LOOKED_BACK = Duration.ofDays(250);

  private final Rulebook rulebook;
  private final AccountPictures pictures;
  private final Standings standings;
  private final Announcements announcements;
  private final Timers timers;
  private final Clock clock;

  public JudgeAccount(
      Rulebook rulebook,
      AccountPictures pictures,
      Standings standings,
      Announcements announcements,
      Timers timers,
      Clock clock) {
    this.rulebook = rulebook;
    this.pictures = pictures;
    this.standings = standings;
    this.announcements = announcements;
    this.timers = timers;
    this.clock = clock;
  }

  public Mono<Void> judge(TenantId tenant, String account, Cause cause) {
    return rulebook
        .inForce(tenant, clock.instant())
        .flatMap(rules -> judge(tenant, account, cause, rules));
  }

  Mono<Void> judge(TenantId tenant, String account, Cause cause, Rules rules) {
    return standings
        .lock(tenant, account)
        .flatMap(
            profile -> {
              Instant now = clock.instant();
              return pictures
                  .of(tenant, account, now.minus(LOOKED_BACK))
                  .map(picture -> verdict(profile, picture, cause, rules, now));
            })
        .flatMap(
            verdict ->
                standings
                    .keep(tenant, verdict)
                    .then(announcements.announce(tenant, verdict))
                    .then(Mono.defer(() -> wind(tenant, verdict.judgement(), account))));
  }

  private static Verdict verdict(
      Profile profile, AccountPicture picture, Cause cause, Rules rules, Instant now) {
    KnownPicture known = picture.known(rules.calendar());
    Judging judging = rules.judging();
    Judgement judgement = judging.judge(profile.standing(), known, cause, now);
    Instant at = judgement.health().at();
    return new Verdict(
        profile,
        judgement,
        judging.trend(known, at),
        rules.model(),
        known.departedBy(rules.calendar().day(at)).orElse(null));
  }

  private Mono<Void> wind(TenantId tenant, Judgement judgement, String account) {
    return judgement
        .next()
        .map(next -> timers.set(tenant, DAILY, account, next, ""))
        .orElseGet(() -> timers.cancel(tenant, DAILY, account));
  }
}
