package io.holdfast.local.demo.larkfield;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Larkfield COMPANY = Larkfield.on(TODAY);

  @Test
  void phasesOfASubscriptionFollowOneAnother() {
    for (Life life : COMPANY.lives()) {
      var subscriptions =
          new Books(life)
              .phases().stream().collect(Collectors.groupingBy(Phase::subscription)).values();
      for (List<Phase> phases : subscriptions) {
        for (int i = 1; i < phases.size(); i++) {
          assertThat(phases.get(i).startsOn()).isEqualTo(phases.get(i - 1).endsOn());
          assertThat(phases.get(i).seats() == null).isEqualTo(phases.get(i - 1).seats() == null);
        }
        assertThat(phases).allMatch(p -> p.endsOn() == null || p.endsOn().isAfter(p.startsOn()));
      }
    }
  }

  @Test
  void theEndOfAPhaseIsWrittenWhenItIsDecided() {
    for (Life life : COMPANY.lives()) {
      for (Phase phase : life.phases()) {
        assertThat(phase.endsOn() == null || !phase.recordedOn().isBefore(phase.startsOn()))
            .isTrue();
        assertThat(phase.endsOn() != null || phase.recordedOn().equals(phase.startsOn())).isTrue();
      }
    }
  }

  @Test
  void invoicesAskForWhatTheContractsSay() {
    for (Life life : COMPANY.lives()) {
      Books books = new Books(life);
      assertThat(life.invoices())
          .allSatisfy(
              invoice ->
                  assertThat(invoice.amount())
                      .isEqualByComparingTo(
                          books
                              .bill(invoice.issuedOn())
                              .setScale(2, java.math.RoundingMode.HALF_EVEN)));
    }
  }

  @Test
  void whoPaysByCardHasAStripeCustomer() {
    assertThat(COMPANY.lives())
        .allMatch(
            life ->
                life.customer().externalIds().contains("stripe=") == life.script().deal.byCard());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "2027-03-10", "2028-02-29"})
  void theCompanyGrowsAsACompanyDoesThatKeepsItsCustomers(LocalDate today) {
    Larkfield company = Larkfield.on(today);
    LocalDate before = today.minusYears(1);
    BigDecimal start = BigDecimal.ZERO;
    BigDecimal kept = BigDecimal.ZERO;
    BigDecimal now = BigDecimal.ZERO;
    for (Life life : company.lives()) {
      BigDecimal then = new Books(life).monthly(before);
      if (then.signum() > 0) {
        BigDecimal present = new Books(life).monthly(today);
        start = start.add(then);
        now = now.add(present);
        kept = kept.add(present.min(then));
      }
    }

    assertThat(now.divide(start, MathContext.DECIMAL32).doubleValue()).isBetween(1.02, 1.10);
    assertThat(kept.divide(start, MathContext.DECIMAL32).doubleValue()).isBetween(0.89, 0.94);
  }
}
