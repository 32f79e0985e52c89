package io.holdfast.scoring.value;

import static io.holdfast.scoring.health.AccountFixture.REPORTS;
import static io.holdfast.scoring.health.AccountFixture.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import io.holdfast.scoring.health.AccountFixture;
import io.holdfast.scoring.value.Comparison.Placed;
import io.holdfast.scoring.value.PeerGroup.Basis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTests {

  @Test
  void measuresAreThoseOfTheLastFourWeeks() {
    AccountFixture account =
        new AccountFixture()
            .contract(10, -400)
            .usedBy(4, "report", -27, -24)
            .usedBy(2, "login", 0, 0)
            .usedBy(8, "login", -55, -28)
            .usedBy(20, "login", -56, -56);

    assertThat(AdoptionTally.of(account.known(), REPORTS, noon(0)))
        .isEqualTo(new AdoptionTally(4, 8, 18, 1, 10));
  }

  @Test
  void aPercentileIsTheShareOfPeersWithLess() {
    Comparison placed = compared(tally(5, 10), 1, 2, 3, 4, 8, 9, 10, 10, 10, 10);

    assertThat(licences(placed).percentile()).isEqualTo(40);
    assertThat(licences(placed).peers()).isEqualTo(10);
    assertThat(licences(compared(tally(10, 10), 1, 2, 3, 4, 10, 10, 10, 10)).percentile())
        .isEqualTo(80); // half of four of eight, and four: 75, told in tens
  }

  @Test
  void fromFourPeersNothingIsTold() {
    assertThat(licences(compared(tally(5, 10), 1, 2, 3, 4)))
        .isEqualTo(
            new Placed(
                AdoptionMeasure.LICENCE_USE,
                AdoptionMeasure.LICENCE_USE.of(tally(5, 10), 1),
                0,
                null,
                "Fewer than 5 peers"));
    assertThat(licences(compared(tally(5, 10), 1, 2, 3, 4, 6)).percentile()).isEqualTo(80);
  }

  @Test
  void whoHasNotTheMeasureIsNoPeerInIt() {
    List<AdoptionTally> peers = new ArrayList<>(Collections.nCopies(4, tally(3, 10)));
    peers.addAll(Collections.nCopies(4, tally(3, 0)));

    Comparison placed = Comparison.of(tally(5, 10), new PeerGroup(Basis.SIZE, peers), 1);

    assertThat(licences(placed).percentile()).isNull();
    assertThat(placed.places())
        .filteredOn(place -> place.measure() == AdoptionMeasure.DAYS_PER_PERSON)
        .extracting(Placed::peers)
        .containsExactly(8);
  }

  @Test
  void anAccountWithoutSeatsHasNoPlaceInLicenceUse() {
    Placed placed = licences(compared(tally(5, 0), 1, 2, 3, 4, 5, 6));

    assertThat(placed.value()).isNull();
    assertThat(placed.percentile()).isNull();
  }

  @Test
  void whoNeitherPaysNorIsUsedIsNoPeer() {
    PeerGroup group =
        new PeerGroup(Basis.PLAN, Collections.nCopies(9, new AdoptionTally(0, 0, 0, 0, 0)));

    assertThat(group.peers()).isEmpty();
  }

  @Test
  void percentilesAreTensNeverFallWithUseAndIgnoreTheOrderOfPeers() {
    qt().withExamples(300)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              Random random = new Random(seed);
              List<AdoptionTally> peers = new ArrayList<>();
              for (int i = 0; i < PeerGroup.FEWEST + random.nextInt(40); i++) {
                peers.add(tally(1 + random.nextInt(20), 10));
              }
              int people = random.nextInt(20);
              int place = place(people, peers);
              Collections.shuffle(peers, random);

              assertThat(place(people, peers)).isEqualTo(place);
              assertThat(place % Comparison.STEP).isZero();
              assertThat(place).isBetween(0, 100);
              assertThat(place(people + 1, peers)).isGreaterThanOrEqualTo(place);
            });
  }

  private static int place(int people, List<AdoptionTally> peers) {
    Integer percentile =
        licences(Comparison.of(tally(people, 10), new PeerGroup(Basis.SIZE, peers), 1))
            .percentile();
    assertThat(percentile).isNotNull();
    return percentile;
  }

  private static Comparison compared(AdoptionTally own, int... peers) {
    List<AdoptionTally> others = new ArrayList<>();
    for (int people : peers) {
      others.add(tally(people, 10));
    }
    return Comparison.of(own, new PeerGroup(Basis.SIZE, others), 1);
  }

  private static Placed licences(Comparison comparison) {
    return comparison.places().getFirst();
  }

  private static AdoptionTally tally(int people, int seats) {
    return new AdoptionTally(people, people, people, 1, seats);
  }
}
