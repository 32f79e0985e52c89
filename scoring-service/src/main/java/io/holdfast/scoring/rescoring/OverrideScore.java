package io.holdfast.scoring.rescoring;

import io.holdfast.scoring.picture.Fact.ScoreOverride;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.KnownPicture.Named;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.rescoring.AccountPictures.AccountFact;
import io.holdfast.tenancy.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Puts a person's judgement in the place of the computed score until a day, or takes it back; the
 * account is judged at once. One override holds at a time. Of an account the tenant never had
 * nothing comes.
 */
public final class OverrideScore {

  private final Rulebook rulebook;
  private final Standings standings;
  private final AccountPictures pictures;
  private final HearNews hearNews;
  private final Clock clock;

  public OverrideScore(
      Rulebook rulebook,
      Standings standings,
      AccountPictures pictures,
      HearNews hearNews,
      Clock clock) {
    this.rulebook = rulebook;
    this.standings = standings;
    this.pictures = pictures;
    this.hearNews = hearNews;
    this.clock = clock;
  }

  /**
   * @param lastDay of the tenant's calendar on which it holds
   */
  public record Wish(BigDecimal score, String reason, LocalDate lastDay, String by) {}

  /**
   * @param ended the override that held until now
   */
  public record Change(Optional<ScoreOverride> ended, Optional<ScoreOverride> made) {}

  /** An override, and the calendar its days are of. */
  public record Held(ScoreOverride override, TenantCalendar calendar) {}

  /** The override that holds now. */
  public Mono<Held> held(TenantId tenant, String account) {
    return standings
        .find(tenant, account)
        .flatMap(_ -> known(tenant, account))
        .flatMap(
            known ->
                Mono.justOrEmpty(known.override(clock.instant()))
                    .map(found -> new Held(found.fact(), known.calendar())));
  }

  /**
   * The override that holds now ends, and another takes its place. Of an account that left nothing
   * changes: it stays as it was then.
   */
  public Mono<Change> set(TenantId tenant, String account, Wish wish) {
    return locked(tenant, account)
        .flatMap(
            known ->
                hasLeft(known)
                    ? Mono.just(new Change(Optional.empty(), Optional.empty()))
                    : change(tenant, account, known, Optional.of(wish)));
  }

  private boolean hasLeft(KnownPicture known) {
    return known.departedBy(known.calendar().day(clock.instant())).isPresent();
  }

  /** The override that holds now ends; without one nothing changes. */
  public Mono<Change> withdraw(TenantId tenant, String account) {
    return locked(tenant, account)
        .flatMap(known -> change(tenant, account, known, Optional.empty()));
  }

  private Mono<KnownPicture> locked(TenantId tenant, String account) {
    return standings.lock(tenant, List.of(account)).next().flatMap(_ -> known(tenant, account));
  }

  private Mono<KnownPicture> known(TenantId tenant, String account) {
    Instant now = clock.instant();
    return rulebook
        .inForce(tenant, now)
        .flatMap(
            rules ->
                pictures
                    .of(tenant, List.of(account), now)
                    .single()
                    .map(one -> one.picture().known(rules.calendar())));
  }

  private Mono<Change> change(
      TenantId tenant, String account, KnownPicture known, Optional<Wish> wish) {
    Instant now = clock.instant();
    List<AccountFact> facts = new ArrayList<>();
    Optional<Named<ScoreOverride>> held = known.override(now);
    held.ifPresent(one -> facts.add(version(account, one.key(), one.fact().endedAt(now), now)));
    Optional<ScoreOverride> made = wish.map(one -> override(one, known, now));
    made.ifPresent(one -> facts.add(version(account, UUID.randomUUID().toString(), one, now)));
    List<News> news = facts.isEmpty() ? List.of() : List.of(new News(account, now, now, null));
    return hearNews
        .of(tenant, new Heard(List.of(), List.of(), facts, List.of(), news))
        .thenReturn(new Change(held.map(Named::fact), made));
  }

  private static ScoreOverride override(Wish wish, KnownPicture known, Instant now) {
    Instant until = known.calendar().endOf(wish.lastDay());
    return new ScoreOverride(now, until, wish.score(), wish.reason(), wish.by());
  }

  private static AccountFact version(
      String account, String key, ScoreOverride override, Instant now) {
    return new AccountFact(
        account, UUID.randomUUID().toString(), new Recorded(key, override, Knowledge.at(now)));
  }
}
