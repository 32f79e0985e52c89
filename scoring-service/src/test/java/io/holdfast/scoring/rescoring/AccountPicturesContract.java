package io.holdfast.scoring.rescoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.SamePerson;
import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.rescoring.AccountPictures.AccountFact;
import io.holdfast.scoring.rescoring.AccountPictures.AccountUse;
import io.holdfast.scoring.rescoring.AccountPictures.Pictured;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

interface AccountPicturesContract extends PortContract {

  LocalDate DAY = LocalDate.of(2026, 2, 1);
  Instant LONG_AGO = NOON.minus(Duration.ofDays(9000));

  /** One of each kind, with everything that may be left out both given and left out. */
  List<Fact> FACTS =
      List.of(
          new Fact.Arrival(NOON),
          new Fact.Ticket(NOON, NOON.plusMillis(1), "urgent"),
          new Fact.Ticket(NOON.plusSeconds(1), null, null),
          new Fact.Invoice(DAY, DAY.plusDays(30), DAY.plusDays(9), NOON),
          new Fact.Invoice(DAY, null, null, null),
          new Fact.Phase("sub", DAY, DAY.plusDays(365), 50, true, false),
          new Fact.Phase("sub", DAY.plusDays(365), null, 0, false, true),
          new Fact.Ticket(NOON, NOON.plusMillis(1), "low", new BigDecimal("4.5")),
          new Fact.Meeting(NOON, "executive", 4),
          new Fact.Meeting(NOON, null, null),
          new Fact.SurveyAnswer(NOON, "nps", new BigDecimal("9"), "ann"),
          new Fact.SurveyAnswer(NOON, "exit", null, null),
          new Fact.Noted(NOON, "csm_pulse", new BigDecimal("-2.5"), "points", "Uneasy", "ann", DAY),
          new Fact.Noted(NOON, "reply", null),
          new Fact.Contact(NOON, "champion", "Finance", DAY, null),
          new Fact.Contact(NOON, null, null, NOON),
          new Fact.Charge(NOON, "in-1", true),
          new Fact.Charge(NOON, null, false),
          new Fact.Outcome(DAY, true),
          new Fact.ScoreOverride(
              NOON, NOON.plusSeconds(60), new BigDecimal("45.5"), "New sponsor", "ada"));

  @Test
  default void everyAccountAskedForHasItsOwnPicture() {
    add("acme", use("1", NOON, "ann"));
    add("bolt", use("1", NOON, "bob"));

    Map<String, AccountPicture> pictures = pictures(LONG_AGO, "acme", "bolt", "crane");

    assertThat(pictures).containsOnlyKeys("acme", "bolt", "crane");
    assertThat(pictures.get("acme").uses()).containsExactly(use("1", NOON, "ann"));
    assertThat(pictures.get("bolt").uses()).containsExactly(use("1", NOON, "bob"));
    assertThat(pictures.get("crane")).isEqualTo(AccountPicture.EMPTY);
  }

  @Test
  default void theSameUseTwiceIsOneUse() {
    add("acme", use("1", NOON, "ann"));
    add("acme", use("1", NOON, "ann"));

    assertThat(picture(LONG_AGO).uses()).hasSize(1);
  }

  @Test
  default void whoIsForgottenIsStillCountedAndNoWordsOfHersAreLeft() {
    add("acme", use("1", NOON, "ann"));
    add("acme", use("2", NOON, "bob"));
    add("1", said("pulse", "Ann is unhappy"));
    add("1", said("other", "Bob is happy"));

    all(pictures().forget(tenant(), List.of("ann"), "erased-1", List.of("pulse")));

    assertThat(picture(LONG_AGO).uses())
        .containsExactlyInAnyOrder(use("1", NOON, "erased-1"), use("2", NOON, "bob"));
    assertThat(picture(LONG_AGO).facts())
        .extracting(Recorded::fact)
        .containsExactlyInAnyOrder(
            new Fact.Noted(NOON, "reply", null), new Fact.Noted(NOON, "reply", "Bob is happy"));
  }

  @Test
  default void whoIsForgottenStaysAContactWithoutAName() {
    Fact champion = new Fact.Contact(NOON, "champion", null, null);
    add("1", new Recorded("ann", champion, Knowledge.at(NOON)));
    add("1", new Recorded("bob", champion, Knowledge.at(NOON)));
    add("1", answered("s-1", "ann"));
    add("1", answered("s-2", "bob"));

    all(pictures().forget(tenant(), List.of("ann"), "erased-1", List.of()));

    assertThat(picture(LONG_AGO).facts())
        .containsExactlyInAnyOrder(
            new Recorded("erased-1", champion, Knowledge.at(NOON)),
            new Recorded("bob", champion, Knowledge.at(NOON)),
            answered("s-1", "erased-1"),
            answered("s-2", "bob"));
  }

  @Test
  default void aPictureKnowsWhichOfItsNamesAreOnePersons() {
    add("acme", use("1", NOON, "visitor"));
    add("bolt", use("1", NOON, "cat"));
    SamePerson first = same("visitor", "ann", 1);
    SamePerson second = same("ann", "ann.smith", 2);
    SamePerson later = same("visitor", "bob", 3);
    SamePerson circle = same("ann.smith", "visitor", 4);

    assertThat(join(second)).isEmpty();
    assertThat(join(first, later)).containsExactly("acme");
    assertThat(join(circle, circle)).containsExactly("acme");

    assertThat(picture(LONG_AGO).people()).containsExactlyInAnyOrder(first, second, later, circle);
    assertThat(pictures(LONG_AGO, "bolt").get("bolt").people()).isEmpty();
  }

  @Test
  default void whoIsForgottenHasNoOtherName() {
    add("acme", use("1", NOON, "visitor"));
    join(same("visitor", "ann", 1), same("old", "ann", 1));

    all(pictures().forget(tenant(), List.of("ann", "visitor", "old"), "erased-1", List.of()));

    assertThat(picture(LONG_AGO))
        .isEqualTo(new AccountPicture(List.of(use("1", NOON, "erased-1")), List.of()));
    assertThat(join(same("erased-1", "nobody", 5))).containsExactly("acme");
  }

  @Test
  default void ofEarlierUseOnlyTheFirstIsThereAndTheFirstByAPerson() {
    Use nobody = use("1", NOON.minus(Duration.ofDays(90)), null);
    Use person = use("2", NOON.minus(Duration.ofDays(80)), "ann");
    Use between = use("3", NOON.minus(Duration.ofDays(70)), "bob");
    Use since = use("4", NOON, null);
    for (Use use : List.of(nobody, person, between, since)) {
      add("acme", use);
    }

    assertThat(picture(NOON).uses()).containsExactlyInAnyOrder(nobody, person, since);
    assertThat(picture(LONG_AGO).uses()).containsExactlyInAnyOrder(nobody, person, between, since);
  }

  @Test
  default void useIsKeptToTheMicrosecondWithItsKnowledge() {
    Instant at = NOON.plusNanos(123_456_000);
    Use exact = new Use(at, at.plusNanos(1000), true, "ann", "Reports, \"all\" {x}", 7);

    add("acme", exact);

    assertThat(picture(LONG_AGO).uses()).containsExactly(exact);
  }

  @Test
  default void factsOfEveryKindComeBackAsTheyWent() {
    List<Recorded> recorded =
        FACTS.stream()
            .map(fact -> new Recorded("key " + fact, fact, Knowledge.asItHappened(NOON)))
            .toList();
    recorded.forEach(one -> add("version", one));

    assertThat(picture(NOON).facts()).containsExactlyInAnyOrderElementsOf(recorded);
  }

  @Test
  default void everyVersionOfAFactIsKeptOnce() {
    Recorded open = ticket(null, NOON);
    Recorded closed = ticket(NOON, NOON.plusSeconds(5));
    add("first", open);
    add("second", closed);
    add("second", closed);

    assertThat(picture(NOON).facts()).containsExactlyInAnyOrder(open, closed);
  }

  private AccountPicture picture(Instant since) {
    return pictures(since, "acme").get("acme");
  }

  private Map<String, AccountPicture> pictures(Instant since, String... accounts) {
    return all(pictures().of(tenant(), List.of(accounts), since)).stream()
        .collect(Collectors.toMap(Pictured::account, Pictured::picture));
  }

  private void add(String account, Use use) {
    String event = use.happenedAt() + " " + use.event();
    all(pictures().addUse(tenant(), List.of(new AccountUse(account, event, use))));
  }

  private void add(String version, Recorded fact) {
    all(pictures().addFacts(tenant(), List.of(new AccountFact("acme", version, fact))));
  }

  private List<String> join(SamePerson... people) {
    return all(pictures().join(tenant(), List.of(people)));
  }

  private static SamePerson same(String previous, String user, int second) {
    Instant at = NOON.plusSeconds(second);
    return new SamePerson(previous, user, at, at.plusMillis(1));
  }

  private static Use use(String event, Instant at, @Nullable String person) {
    return new Use(at, at, false, person, event, 1);
  }

  private static Recorded said(String key, String words) {
    return new Recorded(key, new Fact.Noted(NOON, "reply", words), Knowledge.at(NOON));
  }

  private static Recorded answered(String key, String person) {
    return new Recorded(
        key, new Fact.SurveyAnswer(NOON, "nps", BigDecimal.TEN, person), Knowledge.at(NOON));
  }

  private static Recorded ticket(@Nullable Instant closedAt, Instant known) {
    return new Recorded("t-1", new Fact.Ticket(NOON, closedAt, "high"), Knowledge.at(known));
  }
}
