package io.holdfast.scoring.rescoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.adoption.Modules;
import io.holdfast.scoring.persistence.ModelFixture;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.rescoring.Rulebook.TenantFacts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

interface RulebookContract extends PortContract {

  @Test
  default void aTenantBeginsWithTheShippedModelInUtc() {
    assertThat(rules().model()).isEqualTo(ModelFixture.enterprise());
    assertThat(rules().calendar()).isEqualTo(TenantCalendar.UTC);
    assertThat(rules().features().events()).isEmpty();
  }

  @Test
  default void whatATenantSetsCounts() {
    LocalDate holiday = LocalDate.of(2026, 12, 25);
    all(
        rulebook()
            .settings(tenant(), new TenantFacts("Acme", "Europe/Rome", "EUR", Set.of(holiday))));
    all(rulebook().coreFeatures(tenant(), List.of("report")));

    assertThat(rules().calendar())
        .isEqualTo(new TenantCalendar(ZoneId.of("Europe/Rome"), Set.of(holiday)));
    assertThat(rules().currency()).isEqualTo("EUR");
    assertThat(rules().features().events()).isEqualTo(Map.of("report", Set.of("report")));
  }

  @Test
  default void whatIsToldAgainChangesNothing() {
    TenantFacts settings =
        new TenantFacts(
            "Acme",
            "Europe/Rome",
            "EUR",
            Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26)));

    assertThat(all(rulebook().settings(tenant(), settings))).containsExactly(true);
    assertThat(all(rulebook().settings(tenant(), settings))).containsExactly(false);
    assertThat(all(rulebook().coreFeatures(tenant(), List.of("report")))).containsExactly(true);
    assertThat(all(rulebook().coreFeatures(tenant(), List.of("report")))).containsExactly(false);
  }

  @Test
  default void theModulesAreThoseOfTheLastPlan() {
    assertThat(all(rulebook().modules(tenant()))).containsExactly(Modules.NONE);
    Modules first = new Modules(Map.of("analytics", Set.of("report", "dashboard")));
    Modules last = new Modules(Map.of("planning", Set.of("forecast")));

    all(rulebook().modules(tenant(), first));
    assertThat(all(rulebook().modules(tenant()))).containsExactly(first);
    all(rulebook().coreFeatures(tenant(), List.of("report")));
    all(rulebook().modules(tenant(), last));

    assertThat(all(rulebook().modules(tenant()))).containsExactly(last);
    assertThat(rules().features().events()).isEqualTo(Map.of("report", Set.of("report")));
  }

  @Test
  default void aPublishedModelIsFoundByItsIdAndNoOtherIs() {
    assertThat(all(rulebook().named(tenant(), "enterprise-v1", NOON)))
        .extracting(rules -> rules.model().id())
        .containsExactly("enterprise-v1");
    assertThat(all(rulebook().named(tenant(), "enterprise", NOON))).isEmpty();
  }

  private Rules rules() {
    return all(rulebook().inForce(tenant(), NOON)).getFirst();
  }
}
