package io.holdfast.scoring.rescoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.health.Cause;
import io.holdfast.scoring.rescoring.Deferrals.Deferral;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

interface DeferralsContract extends PortContract {

  @Test
  default void onlyAccountsThatDidNotWaitBeforeAreGiven() {
    all(deferrals().defer(tenant(), Map.of("acme", Cause.LATE), NOON));

    assertThat(
            all(
                deferrals()
                    .defer(
                        tenant(),
                        Map.of("acme", Cause.LATE, "bolt", Cause.LATE),
                        NOON.plusSeconds(1))))
        .containsExactly("bolt");
  }

  @Test
  default void moreHistoryMakesAnAccountWaitOn() {
    all(deferrals().defer(tenant(), Map.of("acme", Cause.LATE), NOON));
    all(deferrals().defer(tenant(), Map.of("acme", Cause.LATE), NOON.plusSeconds(3)));

    assertThat(acme().firstAt()).isEqualTo(NOON);
    assertThat(acme().until()).isEqualTo(NOON.plusSeconds(7));
  }

  @Test
  default void aLoadExplainsWhateverElseCameLate() {
    all(deferrals().defer(tenant(), Map.of("acme", Cause.LOAD), NOON));
    all(deferrals().defer(tenant(), Map.of("acme", Cause.LATE), NOON.plusSeconds(1)));

    assertThat(acme().cause()).isEqualTo(Cause.LOAD);
  }

  @Test
  default void aLoadUnderWayElsewhereKeepsALoadedAccountWaitingButNoOther() {
    Instant later = NOON.plusSeconds(9);
    all(deferrals().defer(tenant(), Map.of("acme", Cause.LOAD, "bolt", Cause.LATE), NOON));
    all(deferrals().defer(tenant(), Map.of("crane", Cause.LOAD), later));

    assertThat(acme().until()).isEqualTo(later.plusSeconds(4));
    assertThat(one("bolt").until()).isEqualTo(NOON.plusSeconds(4));
  }

  @Test
  default void anAccountWaitsUntilItsWaitIsEnded() {
    all(deferrals().defer(tenant(), Map.of("acme", Cause.LATE, "bolt", Cause.LATE), NOON));
    all(deferrals().end(tenant(), List.of("acme")));

    assertThat(all(deferrals().waiting(tenant(), List.of("acme", "bolt", "crane"))).getFirst())
        .containsExactly("bolt");
    assertThat(all(deferrals().lockFree(tenant(), List.of("acme", "bolt"))))
        .extracting(Deferral::account)
        .containsExactly("bolt");
  }

  @Test
  default void aLoadIsUnderWayWhileAnAccountWaitsForIt() {
    all(deferrals().defer(tenant(), Map.of("acme", Cause.LATE), NOON));
    assertThat(all(deferrals().loading(tenant()))).containsExactly(false);

    all(deferrals().defer(tenant(), Map.of("bolt", Cause.LOAD), NOON));
    assertThat(all(deferrals().loading(tenant()))).containsExactly(true);
  }

  private Deferral acme() {
    return one("acme");
  }

  private Deferral one(String account) {
    return all(deferrals().lockFree(tenant(), List.of(account))).getFirst();
  }
}
