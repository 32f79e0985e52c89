package io.holdfast.scoring.rescoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.rescoring.Accounts.MasterData;
import io.holdfast.scoring.rescoring.Accounts.Revenue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

interface AccountsContract extends PortContract {

  @Test
  default void anAccountAppearsOnce() {
    all(accounts().appear(tenant(), List.of("bolt", "acme")));
    all(accounts().appear(tenant(), List.of("acme")));

    assertThat(all(accounts().all(tenant()))).containsExactly("acme", "bolt");
  }

  @Test
  default void anOlderVersionOfAnAccountDoesNotReplaceANewerOne() {
    all(accounts().record(tenant(), List.of(named("Newer", NOON))));
    all(accounts().record(tenant(), List.of(named("Older", NOON.minusSeconds(1)))));

    assertThat(profile().name()).isEqualTo("Newer");
  }

  @Test
  default void ofVersionsOfTheSameTimeTheLaterOneCounts() {
    all(accounts().record(tenant(), List.of(named("First", NOON), named("Second", NOON))));

    assertThat(profile().name()).isEqualTo("Second");
  }

  @Test
  default void anAccountIsThereFromItsFirstRevenueOnAndOlderRevenueIsPassedOver() {
    all(accounts().revenue(tenant(), List.of(revenue("120", NOON))));
    all(accounts().revenue(tenant(), List.of(revenue("60", NOON.minusSeconds(1)))));

    assertThat(all(accounts().all(tenant()))).containsExactly("acme");
    assertThat(profile().mrr()).isEqualByComparingTo("120");
    assertThat(profile().shownName()).isEqualTo("acme");
  }

  @Test
  default void masterDataAndRevenueStandBesideEachOther() {
    all(accounts().revenue(tenant(), List.of(revenue("120", NOON))));
    all(accounts().record(tenant(), List.of(named("Acme", NOON))));

    assertThat(profile().name()).isEqualTo("Acme");
    assertThat(profile().arr()).isEqualByComparingTo("1440");
  }

  private Profile profile() {
    return all(standings().find(tenant(), "acme")).getFirst();
  }

  private static MasterData named(String name, Instant recordedAt) {
    return new MasterData(
        "acme", recordedAt, name, null, null, null, null, null, null, Map.of(), Map.of());
  }

  private static Revenue revenue(String mrr, Instant at) {
    BigDecimal monthly = new BigDecimal(mrr);
    return new Revenue("acme", at, monthly, monthly.multiply(BigDecimal.valueOf(12)), "USD", null);
  }
}
