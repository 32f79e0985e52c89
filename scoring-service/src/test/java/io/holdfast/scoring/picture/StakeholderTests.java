package io.holdfast.scoring.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StakeholderTests {

  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  private final List<Use> uses = new ArrayList<>();
  private final List<Recorded> facts = new ArrayList<>();
  private final List<SamePerson> people = new ArrayList<>();

  @Test
  void aRoleCountsFromTheStatementOnThatGaveIt() {
    said("ann", new Fact.Contact(noon(1), "end_user", null, null));
    said("ann", new Fact.Contact(noon(20), "champion", null, null));

    assertThat(at(0)).isEmpty();
    assertThat(at(10)).extracting(Stakeholder::role).containsExactly("end_user");
    assertThat(at(20)).extracting(Stakeholder::role).containsExactly("champion");
  }

  @Test
  void whoLeftIsGoneFromThatDayOnAlsoWhenItIsHeardLater() {
    said("ann", new Fact.Contact(noon(1), "champion", null, null));
    said("ann", new Fact.Contact(noon(20), "champion", MAY.plusDays(10), null));

    assertThat(at(9)).allMatch(Stakeholder::isThere);
    assertThat(at(10)).extracting(Stakeholder::leftOn).containsExactly(MAY.plusDays(10));
  }

  @Test
  void ofLeavingNothingWasKnownBeforeItWasHeard() {
    said("ann", new Fact.Contact(noon(1), "champion", null, null));
    said("ann", new Fact.Contact(noon(20), "champion", MAY.plusDays(10), null));

    assertThat(picture().knownAt(noon(15), TenantCalendar.UTC).stakeholders(noon(15)))
        .allMatch(Stakeholder::isThere);
  }

  @Test
  void whoIsNotActiveWithoutADayIsGoneFromWhenItWasHeard() {
    said("ann", new Fact.Contact(noon(1), "champion", null, noon(5)));

    assertThat(at(4)).allMatch(Stakeholder::isThere);
    assertThat(at(5)).extracting(Stakeholder::leftOn).containsExactly(MAY.plusDays(5));
  }

  @Test
  void whoCameBackIsThere() {
    said("ann", new Fact.Contact(noon(1), "champion", MAY.plusDays(3), null));
    said("ann", new Fact.Contact(noon(9), "champion", null, null));

    assertThat(at(9)).allMatch(Stakeholder::isThere);
  }

  @Test
  void usingAndAnsweringAreActivity() {
    said("ann", new Fact.Contact(noon(1), null, null, null));
    uses.add(new Use(noon(3), noon(3), false, "ann", "login", 1));
    uses.add(new Use(noon(6), noon(6), false, "bob", "login", 1));
    said("s", new Fact.SurveyAnswer(noon(8), "nps", BigDecimal.TEN, "ann"));

    assertThat(at(2)).extracting(Stakeholder::lastActive).containsExactly(noon(1));
    assertThat(at(7)).extracting(Stakeholder::lastActive).containsExactly(noon(3));
    assertThat(at(9)).extracting(Stakeholder::lastActive).containsExactly(noon(8));
  }

  @Test
  void aContactOfTwoNamesIsOnePerson() {
    said("crm-7", new Fact.Contact(noon(1), "champion", null, null));
    uses.add(new Use(noon(3), noon(3), false, "ann", "login", 1));
    people.add(new SamePerson("crm-7", "ann", noon(4), noon(4)));

    assertThat(at(9))
        .containsExactly(new Stakeholder("ann", "champion", null, noon(1), null, noon(3)));
  }

  @Test
  void theOrderInWhichItWasHeardChangesNothing() {
    said("ann", new Fact.Contact(noon(1), "end_user", null, null));
    said("ann", new Fact.Contact(noon(20), "champion", MAY.plusDays(10), null));
    said("bob", new Fact.Contact(noon(2), "admin", null, null));
    List<Stakeholder> before = at(25);

    Collections.reverse(facts);

    assertThat(at(25)).isEqualTo(before);
  }

  private void said(String key, Fact fact) {
    Instant began = fact.began(ZoneOffset.UTC);
    facts.add(new Recorded(key, fact, Knowledge.at(began)));
  }

  private List<Stakeholder> at(int day) {
    return picture().known(TenantCalendar.UTC).stakeholders(noon(day));
  }

  private AccountPicture picture() {
    return new AccountPicture(uses, facts, people);
  }

  private static Instant noon(int day) {
    return MAY.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
