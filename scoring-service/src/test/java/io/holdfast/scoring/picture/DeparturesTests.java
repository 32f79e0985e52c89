package io.holdfast.scoring.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeparturesTests {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final TenantCalendar CALENDAR = TenantCalendar.UTC;

  private final Recorded live = phase("a", null, null);
  private final Recorded churn = churn(DAY.minusDays(30), "dupe");

  @Test
  void theChurnOfADuplicateDoesNotTakeALiveAccountAlong() {
    assertThat(picture(live, phase("d", DAY.minusDays(30), "dupe"), churn).departedBy(DAY))
        .isEmpty();
  }

  @Test
  void anAccountHasLeftWhenAllThatItIsHaveLeft() {
    Recorded ended = phase("a", DAY.minusDays(5), null);

    assertThat(picture(ended, churn).departedBy(DAY)).hasValue(DAY.minusDays(5));
    assertThat(picture(ended, churn).departedBy(DAY.minusDays(6))).isEmpty();
    assertThat(picture(churn).departedBy(DAY)).hasValue(DAY.minusDays(30));
  }

  @Test
  void aChurnOfTheAccountItselfIsNotHiddenByOneThatWasToldOfADuplicateThatDay() {
    Recorded own = churn(DAY.minusDays(30), null);

    assertThat(picture(live, own, churn).departedBy(DAY)).hasValue(DAY.minusDays(30));
  }

  private static KnownPicture picture(Recorded... facts) {
    return new AccountPicture(List.of(), Stream.of(facts).toList()).known(CALENDAR);
  }

  private static Recorded phase(String id, @Nullable LocalDate ends, @Nullable String toldOf) {
    Fact phase = new Fact.Phase(id, DAY.minusYears(1), ends, 10, true, false);
    return new Recorded(id, phase, Knowledge.at(Instant.EPOCH), toldOf);
  }

  private static Recorded churn(LocalDate on, @Nullable String toldOf) {
    return new Recorded("churn", new Fact.Outcome(on, true), Knowledge.at(Instant.EPOCH), toldOf);
  }
}
