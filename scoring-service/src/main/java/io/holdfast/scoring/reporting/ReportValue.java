package io.holdfast.scoring.reporting;

import io.holdfast.scoring.adoption.Modules;
import io.holdfast.scoring.journey.Reached;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.rescoring.AccountPictures;
import io.holdfast.scoring.rescoring.AccountPictures.Pictured;
import io.holdfast.scoring.rescoring.Journeys;
import io.holdfast.scoring.rescoring.Profile;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.scoring.rescoring.Rules;
import io.holdfast.scoring.rescoring.Standings;
import io.holdfast.scoring.value.AdoptionTally;
import io.holdfast.scoring.value.PeerGroup;
import io.holdfast.scoring.value.Period;
import io.holdfast.scoring.value.ValueReport;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What an account has had of the product. Empty for an account the tenant never had. */
public final class ReportValue {

  private final Rulebook rulebook;
  private final AccountPictures pictures;
  private final Standings standings;
  private final Journeys journeys;
  private final Peers peers;
  private final ReportHealth health;
  private final Clock clock;

  public ReportValue(
      Rulebook rulebook,
      AccountPictures pictures,
      Standings standings,
      Journeys journeys,
      Peers peers,
      ReportHealth health,
      Clock clock) {
    this.rulebook = rulebook;
    this.pictures = pictures;
    this.standings = standings;
    this.journeys = journeys;
    this.peers = peers;
    this.health = health;
    this.clock = clock;
  }

  /**
   * @param health at the report's end; null when it was not wanted
   */
  public record Report(
      String account,
      String name,
      Instant at,
      Instant knownAt,
      ValueReport value,
      @Nullable HealthReport health) {}

  /**
   * @param period the ninety days up to the instant, if not given; it is told up to the instant
   * @param knownAt now, if not given
   */
  public Mono<Report> of(
      TenantId tenant,
      String account,
      Optional<Period> period,
      Instant at,
      Optional<Instant> knownAt,
      boolean withHealth) {
    Instant known = knownAt.orElseGet(clock::instant);
    return standings
        .find(tenant, account)
        .flatMap(
            profile ->
                rulebook
                    .inForce(tenant, known)
                    .flatMap(
                        rules -> {
                          TenantCalendar calendar = rules.calendar();
                          Period told = period.orElseGet(() -> Period.until(calendar.day(at)));
                          Instant end = calendar.endOf(told.to());
                          Instant until = end.isBefore(at) ? end : at;
                          return report(tenant, profile, told, until, at, known, rules)
                              .flatMap(
                                  found ->
                                      withHealth
                                          ? health(tenant, found, until, knownAt, rules)
                                          : Mono.just(found));
                        }));
  }

  private Mono<Report> report(
      TenantId tenant,
      Profile profile,
      Period period,
      Instant until,
      Instant at,
      Instant known,
      Rules rules) {
    String account = profile.account();
    return rulebook
        .modules(tenant)
        .zipWhen(_ -> picture(tenant, account, period, until, known, rules))
        .zipWhen(_ -> reached(tenant, account))
        .zipWhen(
            both -> group(tenant, account, both.getT1().getT2(), until, known, rules),
            (both, group) ->
                new Report(
                    account,
                    profile.shownName(),
                    at,
                    known,
                    value(
                        both.getT1().getT2(),
                        both.getT1().getT1(),
                        both.getT2(),
                        group,
                        period,
                        until,
                        rules),
                    null));
  }

  private static ValueReport value(
      KnownPicture picture,
      Modules modules,
      List<Reached> reached,
      PeerGroup group,
      Period period,
      Instant until,
      Rules rules) {
    return ValueReport.of(picture, rules.features(), modules, reached, group, period, until);
  }

  /** With all facts, and use as far back as the period before and the comparison go. */
  private Mono<KnownPicture> picture(
      TenantId tenant, String account, Period period, Instant until, Instant known, Rules rules) {
    TenantCalendar calendar = rules.calendar();
    LocalDate compared = calendar.day(until).minusDays(2L * AdoptionTally.DAYS);
    LocalDate before = period.before().from();
    Instant since = calendar.startOf(compared.isBefore(before) ? compared : before);
    return pictures
        .of(tenant, List.of(account), since)
        .single()
        .map(Pictured::picture)
        .map(all -> all.knownAt(known, calendar));
  }

  private Mono<List<Reached>> reached(TenantId tenant, String account) {
    return journeys
        .of(tenant, List.of(account))
        .next()
        .map(followed -> followed.state().reached())
        .defaultIfEmpty(List.of());
  }

  /** Who left has no peers any more. */
  private Mono<PeerGroup> group(
      TenantId tenant,
      String account,
      KnownPicture picture,
      Instant until,
      Instant known,
      Rules rules) {
    return picture.departedBy(rules.calendar().day(until)).isPresent()
        ? Mono.just(PeerGroup.NOBODY)
        : peers.of(tenant, account, rules.features(), rules.calendar(), until, known);
  }

  private Mono<Report> health(
      TenantId tenant, Report report, Instant until, Optional<Instant> knownAt, Rules rules) {
    return health
        .asOf(tenant, report.account(), until, knownAt, rules)
        .map(
            found ->
                new Report(
                    report.account(),
                    report.name(),
                    report.at(),
                    report.knownAt(),
                    report.value(),
                    found));
  }
}
