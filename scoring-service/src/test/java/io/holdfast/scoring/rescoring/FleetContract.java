package io.holdfast.scoring.rescoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.picture.FleetDay;
import io.holdfast.scoring.picture.FleetGap;
import io.holdfast.scoring.picture.FleetGap.State;
import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.rescoring.AccountPictures.AccountUse;
import io.holdfast.scoring.rescoring.Fleet.Watched;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

interface FleetContract extends PortContract {

  LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  Fleet fleet();

  @Test
  default void anAccountIsExpectedOnAWeekdayOfThreeOfTheFourWeeksBefore() {
    used("steady", 0, 1, 2, 3, 4);
    used("silent", 1, 2, 4);
    used("seldom", 1, 2, 5, 6);
    used("new", 0);

    assertThat(all(fleet().use(tenant(), List.of(MONDAY), ZoneOffset.UTC)))
        .containsExactly(new FleetDay(MONDAY, 2, 1));
  }

  @Test
  default void aDayIsOneOfTheTenantsTimeZone() {
    used("steady", 0, 1, 2, 3, 4); // at noon in UTC it is tomorrow on Kiritimati

    assertThat(
            all(
                fleet()
                    .use(
                        tenant(),
                        List.of(MONDAY, MONDAY.plusDays(1)),
                        ZoneId.of("Pacific/Kiritimati"))))
        .containsExactly(new FleetDay(MONDAY.plusDays(1), 1, 0));
  }

  @Test
  default void howFarWasLookedIsKept() {
    assertThat(all(fleet().watched(tenant()))).containsExactly(Watched.NEVER);
    assertThat(all(fleet().lock(tenant()))).containsExactly(Watched.NEVER);
    Watched watched = new Watched(MONDAY, NOON);

    all(fleet().keep(tenant(), watched, List.of()));

    assertThat(all(fleet().watched(tenant()))).containsExactly(watched);
    assertThat(all(fleet().lock(tenant()))).containsExactly(watched);
  }

  @Test
  default void gapsArePartOfTheRulesAndReplacedByTheirBeginning() {
    FleetGap gap = new FleetGap(List.of(MONDAY), NOON, NOON.plusSeconds(60), 12, 11, State.NOTICED);
    FleetGap longer = gap.with(new FleetDay(MONDAY.plusDays(1), 12, 12)).in(State.OVER);
    Watched watched = new Watched(MONDAY, NOON);

    all(fleet().keep(tenant(), watched, List.of(gap)));
    all(fleet().keep(tenant(), watched, List.of(longer)));

    assertThat(all(rulebook().inForce(tenant(), NOON)).getFirst().calendar().gaps())
        .containsExactly(longer);
  }

  private void used(String account, int... weeksAgo) {
    all(accounts().appear(tenant(), List.of(account)));
    all(
        pictures()
            .addUse(
                tenant(),
                Arrays.stream(weeksAgo)
                    .mapToObj(
                        week -> MONDAY.minusWeeks(week).atTime(12, 0).toInstant(ZoneOffset.UTC))
                    .map(at -> use(account, at))
                    .toList()));
  }

  private static AccountUse use(String account, Instant at) {
    return new AccountUse(account, "e-" + at, new Use(at, at, false, "ada", "login", 1));
  }
}
