package io.holdfast.scoring.rescoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.health.Cause;
import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.SamePerson;
import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.rescoring.AccountPictures.AccountFact;
import io.holdfast.scoring.rescoring.AccountPictures.AccountUse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

interface MovedPicturesContract extends PortContract {

  /** Messages about the duplicate that come after the merge are given as the other's. */
  @Test
  default void thePictureIsThatOfOneAccountWheneverTheMergeIsHeardOf() {
    for (int seed = 0; seed < 12; seed++) {
      String acme = "acme-" + seed;
      String dupe = "dupe-" + seed;
      String one = "one-" + seed;
      List<Told> told = told(new Random(seed));
      int heard = new Random(seed).nextInt(told.size() + 1);
      for (int i = 0; i <= told.size(); i++) {
        if (i == heard) {
          all(moved().move(tenant(), dupe, acme));
        }
        if (i < told.size()) {
          add(told.get(i), told.get(i).ofDuplicate() && i < heard ? dupe : acme, dupe, i >= heard);
          add(told.get(i), one, dupe, true);
        }
      }

      AccountPicture merged = picture(acme);
      AccountPicture whole = picture(one);
      assertThat(merged.uses()).containsExactlyInAnyOrderElementsOf(whole.uses());
      assertThat(merged.facts()).containsExactlyInAnyOrderElementsOf(whole.facts());
      assertThat(new HashSet<>(merged.people())).isEqualTo(new HashSet<>(whole.people()));
      assertThat(picture(dupe)).isEqualTo(AccountPicture.EMPTY);
    }
  }

  @Test
  default void whenTheFirstArrivedIsForgotten() {
    add("dupe", new Fact.Arrival(NOON.minus(Duration.ofDays(900))));
    add("acme", new Fact.Arrival(NOON));

    all(moved().move(tenant(), "dupe", "acme"));

    assertThat(picture("acme").facts())
        .extracting(Recorded::fact)
        .containsExactly(new Fact.Arrival(NOON));
  }

  @Test
  default void theAccountThatIsNoMoreIsGoneAndTheOtherIsThere() {
    all(accounts().appear(tenant(), List.of("dupe", "else")));

    all(moved().move(tenant(), "dupe", "acme"));

    assertThat(all(accounts().all(tenant()))).containsExactly("acme", "else");
    assertThat(all(standings().find(tenant(), "dupe"))).isEmpty();
  }

  @Test
  default void whoWaitsForTheHistoryOfEitherWaitsForThatOfBoth() {
    all(accounts().appear(tenant(), List.of("dupe", "acme")));
    all(deferrals().defer(tenant(), Map.of("acme", Cause.LATE), NOON));
    all(deferrals().defer(tenant(), Map.of("dupe", Cause.LOAD), NOON.plusSeconds(3)));

    all(moved().move(tenant(), "dupe", "acme"));

    assertThat(all(deferrals().lockFree(tenant(), List.of("acme", "dupe"))))
        .singleElement()
        .satisfies(
            waiting -> {
              assertThat(waiting.account()).isEqualTo("acme");
              assertThat(waiting.lastAt()).isEqualTo(NOON.plusSeconds(3));
              assertThat(waiting.cause()).isEqualTo(Cause.LOAD);
            });
  }

  /** Something that was told of one of two accounts. */
  record Told(boolean ofDuplicate, int event, int person) {}

  /** Every tenth is a use that is there already, so that the same may be told of both. */
  private static List<Told> told(Random random) {
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int event = i % 10 == 9 ? 3 * random.nextInt(i / 3) + 1 : i;
      told.add(new Told(random.nextBoolean(), event, event % 7));
    }
    Collections.shuffle(told, random);
    return told;
  }

  /**
   * @param later a message about the duplicate is given as the other's, and says so
   */
  private void add(Told told, String account, String duplicate, boolean later) {
    String toldOf = told.ofDuplicate() && later ? duplicate : null;
    var at = NOON.minus(Duration.ofHours(told.event()));
    String person = "p" + told.person();
    all(accounts().appear(tenant(), List.of(account)));
    if (told.event() % 3 == 0) {
      add(account, "" + told.event(), new Fact.Ticket(at, null, person), toldOf);
    } else {
      Use use = new Use(at, at, false, person, "login", 1);
      all(pictures().addUse(tenant(), List.of(new AccountUse(account, "e" + told.event(), use))));
    }
    if (told.event() % 5 == 0) {
      all(pictures().join(tenant(), List.of(new SamePerson(person, "p0", NOON, NOON))));
    }
  }

  private void add(String account, Fact fact) {
    all(accounts().appear(tenant(), List.of(account)));
    add(account, "1", fact, null);
  }

  private void add(String account, String version, Fact fact, @Nullable String toldOf) {
    Recorded recorded = new Recorded("key", fact, Knowledge.at(NOON), toldOf);
    all(pictures().addFacts(tenant(), List.of(new AccountFact(account, version, recorded))));
  }

  private AccountPicture picture(String account) {
    return all(pictures().of(tenant(), List.of(account), NOON.minus(Duration.ofDays(9000))))
        .getFirst()
        .picture();
  }
}
