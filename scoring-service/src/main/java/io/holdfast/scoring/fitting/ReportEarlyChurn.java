package io.holdfast.scoring.fitting;

import io.holdfast.scoring.fit.EarlyChurn;
import io.holdfast.scoring.fit.Proposal;
import io.holdfast.scoring.rescoring.Rulebook;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Splits early churn by fit, and says what of it speaks for another profile. */
public final class ReportEarlyChurn {

  private final Rulebook rulebook;
  private final FitProfiles profiles;
  private final AccountFits fits;
  private final Clock clock;

  public ReportEarlyChurn(Rulebook rulebook, FitProfiles profiles, AccountFits fits, Clock clock) {
    this.rulebook = rulebook;
    this.profiles = profiles;
    this.fits = fits;
    this.clock = clock;
  }

  public record Report(
      LocalDate today,
      int days,
      Optional<Integer> version,
      EarlyChurn churn,
      List<Proposal> proposals) {}

  /**
   * @param visible only these accounts; empty means all
   */
  public Mono<Report> of(TenantId tenant, int days, Optional<Set<String>> visible) {
    return rulebook
        .inForce(tenant, clock.instant())
        .map(rules -> rules.calendar().day(clock.instant()))
        .flatMap(
            today ->
                profiles
                    .inForce(tenant)
                    .map(Optional::of)
                    .defaultIfEmpty(Optional.empty())
                    .flatMap(
                        version ->
                            fits.newcomers(tenant, today, days, visible)
                                .reduceWith(EarlyChurn::new, EarlyChurn::with)
                                .map(churn -> report(today, days, version, churn))));
  }

  private static Report report(
      LocalDate today, int days, Optional<FitVersion> version, EarlyChurn churn) {
    return new Report(
        today,
        days,
        version.map(FitVersion::version),
        churn,
        churn.proposals(version.map(FitVersion::profile)));
  }
}
