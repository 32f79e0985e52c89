package io.holdfast.ingestion.batch;

import static io.holdfast.ingestion.batch.BatchFixture.batch;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTests {

  @Test
  void theCallsOfOneUserShareALaneInEveryBatch() {
    Batch some = batch("{\"batch\":[" + page("ann") + "," + page("bob") + "," + page("ann") + "]}");
    Batch other = batch("{\"batch\":[" + page("ann") + "]}");
    String lane = other.shares().getFirst().lane();
    assertThat(some.shares())
        .filteredOn(share -> share.lane().equals(lane))
        .flatExtracting(Batch.Share::calls)
        .extracting(Batch.Call::user)
        .contains("ann", "ann");
    assertThat(some.shares()).flatExtracting(Batch.Share::calls).hasSize(3);
  }

  @Test
  void theLanesOfManyUsersAreFew() {
    String events = String.join(",", IntStream.range(0, 500).mapToObj(i -> page("u" + i)).toList());
    assertThat(batch("{\"batch\":[" + events + "]}").shares()).hasSize(8);
  }

  @Test
  void aShareHasAtMostAHundredCallsInTheirOrder() {
    String events = String.join(",", IntStream.range(0, 250).mapToObj(BatchTests::ofOne).toList());
    List<Batch.Share> shares = batch("{\"batch\":[" + events + "]}").shares();
    assertThat(shares).extracting(share -> share.calls().size()).containsExactly(100, 100, 50);
    assertThat(shares).extracting(Batch.Share::lane).containsOnly(shares.getFirst().lane());
    assertThat(shares)
        .flatExtracting(Batch.Share::calls)
        .extracting(Batch.Call::messageId)
        .containsExactlyElementsOf(IntStream.range(0, 250).mapToObj(i -> "m" + i).toList());
  }

  @Test
  void aShareOfLargeEventsIsNoMoreThan64Kilobytes() {
    String large = ofOne(1).replace("\"u\"", "\"u\",\"x\":\"" + "x".repeat(30_000) + "\"");
    List<Batch.Share> shares =
        batch("{\"batch\":[" + String.join(",", large, large, large, large, large) + "]}").shares();
    assertThat(shares).extracting(share -> share.calls().size()).containsExactly(2, 2, 1);
  }

  private static String ofOne(int number) {
    return "{\"type\":\"page\",\"messageId\":\"m%d\",\"userId\":\"u\"}".formatted(number);
  }

  private static String page(String user) {
    return "{\"type\":\"page\",\"messageId\":\"m-%s\",\"userId\":\"%s\"}".formatted(user, user);
  }
}
