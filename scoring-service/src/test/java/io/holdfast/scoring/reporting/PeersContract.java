package io.holdfast.scoring.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.picture.Fact;
import io.holdfast.scoring.picture.Knowledge;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.SamePerson;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.picture.Use;
import io.holdfast.scoring.rescoring.AccountPictures;
import io.holdfast.scoring.rescoring.AccountPictures.AccountFact;
import io.holdfast.scoring.rescoring.AccountPictures.AccountUse;
import io.holdfast.scoring.signal.CoreFeatures;
import io.holdfast.scoring.value.AdoptionTally;
import io.holdfast.scoring.value.PeerGroup;
import io.holdfast.scoring.value.PeerGroup.Basis;
import io.holdfast.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

interface PeersContract {

  /** Five in the morning of the same day in Auckland. */
  Instant NOON = Instant.parse("2026-03-02T16:00:00Z");

  CoreFeatures FEATURES =
      new CoreFeatures(Map.of("report", Set.of("report"), "forecast", Set.of("forecast")));

  TenantCalendar AUCKLAND = new TenantCalendar(ZoneId.of("Pacific/Auckland"), Set.of());

  TenantId tenant();

  <T> List<T> all(Publisher<T> work);

  Peers peers();

  AccountPictures pictures();

  void isLike(
      String account, @Nullable String industry, @Nullable Long employees, @Nullable String plan);

  @Test
  default void peersAreOfTheSameIndustryAndSizeWhereThereAreFive() {
    isLike("own", "retail", 100L, "pro");
    for (int i = 0; i < 5; i++) {
      isLike("peer-" + i, "retail", i % 2 == 0 ? 50L : 200L, "basic");
      used("peer-" + i, "ann", 0);
    }
    isLike("small", "retail", 49L, "pro");
    used("small", "ann", 0);
    isLike("large", "retail", 201L, "pro");
    used("large", "ann", 0);
    isLike("other", "health", 100L, "pro");
    used("other", "ann", 0);

    assertThat(group().basis()).isEqualTo(Basis.INDUSTRY_AND_SIZE);
    assertThat(group().peers()).hasSize(5);
  }

  @Test
  default void elseOfTheSameSizeElseOnTheSamePlanElseThereAreNone() {
    isLike("own", "retail", 100L, "pro");
    for (int i = 0; i < 4; i++) {
      isLike("peer-" + i, "retail", 100L, "pro");
      used("peer-" + i, "ann", 0);
    }
    assertThat(group()).isEqualTo(PeerGroup.NOBODY);

    isLike("far", "health", 9000L, "pro");
    used("far", "ann", 0);
    assertThat(group().basis()).isEqualTo(Basis.PLAN);

    isLike("near", "health", 100L, null);
    used("near", "ann", 0);
    assertThat(group().basis()).isEqualTo(Basis.SIZE);
    assertThat(group().peers()).hasSize(5);
  }

  @Test
  default void anAccountOfWhichNothingIsToldHasNoPeers() {
    isLike("own", null, null, null);
    for (int i = 0; i < 9; i++) {
      isLike("peer-" + i, null, null, null);
      used("peer-" + i, "ann", 0);
    }

    assertThat(group()).isEqualTo(PeerGroup.NOBODY);
  }

  @Test
  default void aPeersUseIsCountedAsItsOwnPictureCountsIt() {
    five();
    used("peer-0", "ann", 0);
    used("peer-0", "ann", 0);
    used("peer-0", "visitor", 2);
    used("peer-0", "bob", 27);
    used("peer-0", "cat", 28);
    used("peer-0", "dan", 56);
    used("peer-0", null, 1, "forecast");
    used("peer-0", "eve", 30, "forecast");
    seats("peer-0", 10, null);
    all(pictures().join(tenant(), List.of(same("visitor", "ann.smith"), same("ann.smith", "ann"))));

    assertThat(group().peers()).contains(new AdoptionTally(2, 2, 3, 2, 10));
  }

  @Test
  default void whatWasNotKnownOrHappensLaterIsNotCounted() {
    five();
    used("peer-0", "ann", 0);
    used("peer-0", "later", -1);
    used("peer-0", "bob", 3);
    all(
        pictures()
            .addUse(
                tenant(),
                List.of(
                    new AccountUse(
                        "peer-0",
                        "unknown",
                        new Use(
                            NOON.minusSeconds(60),
                            NOON.plusSeconds(1),
                            false,
                            "x",
                            "report",
                            1)))));

    assertThat(group().peers()).contains(new AdoptionTally(2, 0, 2, 1, 0));
  }

  @Test
  default void whoHasLeftIsNoPeerAndWhoLeavesLaterStillIs() {
    five();
    seats("peer-0", 77, NOON.atZone(AUCKLAND.zone()).toLocalDate());
    seats("peer-1", 88, NOON.atZone(AUCKLAND.zone()).toLocalDate().plusDays(1));

    assertThat(group().peers()).extracting(AdoptionTally::paidSeats).contains(88);
    assertThat(group().peers()).extracting(AdoptionTally::paidSeats).doesNotContain(77);
  }

  @Test
  default void ofManyTheNearestInSizeAreRead() {
    isLike("own", null, 100L, null);
    for (int i = 0; i < Peers.MOST + 5; i++) {
      isLike("peer-" + i, null, 100L + i, null);
      used("peer-" + i, "ann", 0);
    }
    isLike("nearest", null, 100L, null);
    seats("nearest", 99, null);

    assertThat(group().peers()).hasSize(Peers.MOST);
    assertThat(group().peers()).extracting(AdoptionTally::paidSeats).contains(99);
  }

  private PeerGroup group() {
    return all(peers().of(tenant(), "own", FEATURES, AUCKLAND, NOON, NOON)).getFirst();
  }

  private void five() {
    isLike("own", null, 100L, null);
    for (int i = 0; i < 5; i++) {
      isLike("peer-" + i, null, 100L, null);
    }
  }

  private void used(String account, @Nullable String person, int daysAgo) {
    used(account, person, daysAgo, "report");
  }

  private void used(String account, @Nullable String person, int daysAgo, String event) {
    Instant at = NOON.minus(Duration.ofDays(daysAgo));
    all(
        pictures()
            .addUse(
                tenant(),
                List.of(
                    new AccountUse(
                        account,
                        UUID.randomUUID().toString(),
                        new Use(at, NOON.minus(Duration.ofDays(99)), false, person, event, 1)))));
  }

  private void seats(String account, int seats, @Nullable LocalDate endsOn) {
    Fact phase = new Fact.Phase("sub", LocalDate.of(2025, 1, 1), endsOn, seats, true, false);
    Recorded recorded = new Recorded("sub", phase, Knowledge.asItHappened(NOON));
    all(pictures().addFacts(tenant(), List.of(new AccountFact(account, "1", recorded))));
  }

  private static SamePerson same(String previous, String user) {
    return new SamePerson(previous, user, NOON.minusSeconds(9), NOON.minusSeconds(9));
  }
}
