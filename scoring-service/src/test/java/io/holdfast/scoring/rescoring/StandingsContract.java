package io.holdfast.scoring.rescoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.health.Cause;
import io.holdfast.scoring.health.Judgement;
import io.holdfast.scoring.health.Standing;
import io.holdfast.scoring.journey.Following;
import io.holdfast.scoring.journey.JourneyState;
import io.holdfast.scoring.journey.Progress;
import io.holdfast.scoring.journey.Worth;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.Use;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface StandingsContract extends PortContract {

  @Test
  default void anAccountThatNeverAppearedIsNotThere() {
    assertThat(all(standings().find(tenant(), "acme"))).isEmpty();
    assertThat(all(standings().lock(tenant(), List.of("acme")))).isEmpty();
    assertThat(all(standings().lockFree(tenant(), List.of("acme")))).isEmpty();
  }

  @Test
  default void accountsAreLockedInOneOrder() {
    all(accounts().appear(tenant(), List.of("acme", "bolt", "crane")));

    assertThat(all(standings().lock(tenant(), List.of("crane", "acme", "bolt"))))
        .extracting(Profile::account)
        .containsExactly("acme", "bolt", "crane");
    assertThat(all(standings().lockFree(tenant(), List.of("bolt", "acme"))))
        .extracting(Profile::account)
        .containsExactly("acme", "bolt");
  }

  @Test
  default void anAccountNotJudgedYetStandsNowhere() {
    all(accounts().appear(tenant(), List.of("acme")));

    assertThat(profile("acme").standing()).isEqualTo(Standing.NONE);
  }

  @Test
  default void eachAccountStandsAsItWasJudgedLast() {
    all(accounts().appear(tenant(), List.of("acme", "bolt")));
    Judgement healthy = judged(used(20));
    Judgement unknown = judged(AccountPicture.EMPTY);

    all(standings().keep(tenant(), List.of(verdict("acme", unknown), verdict("bolt", unknown))));
    all(standings().keep(tenant(), List.of(verdict("acme", healthy))));

    assertThat(healthy.crossesBand()).isTrue();
    assertThat(profile("acme").standing()).isEqualTo(healthy.standing());
    assertThat(profile("bolt").standing()).isEqualTo(unknown.standing());
  }

  private Profile profile(String account) {
    return all(standings().find(tenant(), account)).getFirst();
  }

  private Judgement judged(AccountPicture picture) {
    Rules rules = rules();
    return rules.judging().judge(Standing.NONE, known(picture), Cause.LIVE, NOON);
  }

  private Verdict verdict(String account, Judgement judgement) {
    Rules rules = rules();
    return new Verdict(
        profile(account),
        judgement,
        rules.judging().trend(known(AccountPicture.EMPTY), NOON),
        rules.model(),
        LocalDate.ofInstant(NOON, ZoneOffset.UTC),
        progress(rules));
  }

  private Progress progress(Rules rules) {
    Following following = new Following(rules.policy());
    return following.follow(
        JourneyState.BEGINNING,
        following.look(known(used(20)), NOON, Band.HEALTHY, Worth.UNTOLD),
        null);
  }

  private KnownPicture known(AccountPicture picture) {
    return picture.known(rules().calendar());
  }

  private Rules rules() {
    return all(rulebook().inForce(tenant(), NOON)).getFirst();
  }

  private static AccountPicture used(int people) {
    List<Use> uses =
        IntStream.range(0, 60 * people)
            .mapToObj(
                i -> {
                  Instant at = NOON.minus(Duration.ofDays(i / people));
                  return new Use(at, at, false, "p" + i % people, "login", 1);
                })
            .toList();
    Recorded meeting = new Recorded("m", new Fact.Meeting(NOON, null, null), Knowledge.at(NOON));
    return new AccountPicture(uses, List.of(meeting));
  }
}
