package io.holdfast.scoring.rescoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.band.Band;
import io.holdfast.scoring.health.Cause;
import io.holdfast.scoring.health.Standing;
import io.holdfast.scoring.journey.Findings;
import io.holdfast.scoring.journey.Following;
import io.holdfast.scoring.journey.JourneyState;
import io.holdfast.scoring.journey.Progress;
import io.holdfast.scoring.journey.Worth;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Fact.Noted;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.rescoring.Journeys.Followed;
import java.util.List;
import org.junit.jupiter.api.Test;

interface JourneysContract extends PortContract {

  Journeys journeys();

  @Test
  default void anAccountThatWasNeverFollowedHasNoState() {
    assertThat(all(journeys().of(tenant(), List.of("acme")))).isEmpty();
  }

  @Test
  default void eachAccountIsAsFarAsItWasFoundLast() {
    all(accounts().appear(tenant(), List.of("acme", "bolt")));
    Verdict acme = followed("acme", JourneyState.BEGINNING);
    Verdict bolt = followed("bolt", JourneyState.BEGINNING);
    all(journeys().keep(tenant(), List.of(acme, bolt)));
    Verdict again = followed("acme", acme.progress().after());

    all(journeys().keep(tenant(), List.of(again)));

    assertThat(acme.progress().after().reached()).hasSize(1);
    assertThat(all(journeys().of(tenant(), List.of("acme", "bolt", "crane"))))
        .containsExactlyInAnyOrder(
            new Followed("acme", again.progress().after()),
            new Followed("bolt", bolt.progress().after()));
  }

  private Verdict followed(String account, JourneyState before) {
    Rules rules = all(rulebook().inForce(tenant(), NOON)).getFirst();
    Noted live = new Noted(NOON, "milestone", "Went live");
    KnownPicture picture =
        new AccountPicture(List.of(), List.of(new Recorded("go", live, Knowledge.at(NOON))))
            .known(rules.calendar());
    Following following = new Following(rules.policy());
    Findings findings = following.look(picture, NOON, Band.WATCH, Worth.UNTOLD);
    Progress progress = following.follow(before, findings, following.firstDays(picture, findings));
    return new Verdict(
        all(standings().find(tenant(), account)).getFirst(),
        rules.judging().judge(Standing.NONE, picture, Cause.LIVE, NOON),
        rules.judging().trend(picture, NOON),
        rules.model(),
        null,
        progress);
  }
}
