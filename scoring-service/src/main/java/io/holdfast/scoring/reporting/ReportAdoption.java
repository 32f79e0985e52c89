package io.holdfast.scoring.reporting;

import io.holdfast.scoring.adoption.DataSheet;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.rescoring.AccountPictures.Pictured;
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

/** How far an account has taken to the product. Empty for an account the tenant never had. */
public final class ReportAdoption {

  private final Rulebook rulebook;
  private final RecallPictures pictures;
  private final Standings standings;
  private final Clock clock;

  public ReportAdoption(
      Rulebook rulebook, RecallPictures pictures, Standings standings, Clock clock) {
    this.rulebook = rulebook;
    this.pictures = pictures;
    this.standings = standings;
    this.clock = clock;
  }

  public record Report(String account, String name, Instant at, Instant knownAt, DataSheet sheet) {}

  /**
   * @param knownAt now, if not given
   */
  public Mono<Report> dataSheet(
      TenantId tenant, String account, Instant at, Optional<Instant> knownAt) {
    Instant known = knownAt.orElseGet(clock::instant);
    return standings
        .find(tenant, account)
        .flatMap(
            profile ->
                rulebook
                    .inForce(tenant, known)
                    .zipWhen(_ -> rulebook.modules(tenant))
                    .flatMap(
                        both ->
                            picture(tenant, profile.account(), at, knownAt, both.getT1())
                                .map(
                                    picture ->
                                        new Report(
                                            profile.account(),
                                            profile.shownName(),
                                            at,
                                            known,
                                            DataSheet.of(
                                                picture,
                                                both.getT1().features(),
                                                both.getT2(),
                                                at)))));
  }

  private Mono<KnownPicture> picture(
      TenantId tenant, String account, Instant at, Optional<Instant> knownAt, Rules rules) {
    return pictures
        .asOf(tenant, List.of(account), at, rules.calendar())
        .single()
        .map(Pictured::picture)
        .map(
            all ->
                knownAt
                    .map(then -> all.knownAt(then, rules.calendar()))
                    .orElseGet(() -> all.known(rules.calendar())));
  }
}
