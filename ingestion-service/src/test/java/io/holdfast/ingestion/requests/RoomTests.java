package io.holdfast.ingestion.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RoomTests {
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void whatDoesNotFitBesideOthersIsRefusedUntilTheyAreDone() {
    Room room = room(100);
    Room.Share first = room.share();
    Room.Share second = room.share();
    assertThat(first.take(70)).isTrue();
    assertThat(second.take(31)).isFalse();
    assertThat(second.take(30)).isTrue();
    first.close();
    assertThat(room.share().take(70)).isTrue();
  }

  @Test
  void oneAloneAlwaysFindsRoom() {
    Room.Share alone = room(100).share();
    assertThat(alone.take(90)).isTrue();
    assertThat(alone.take(90)).isTrue();
  }

  @Test
  void saysToComeAgainWhenWhatIsInHandWillBeDone() {
    Room room = room(1_000);
    assertThat(room.full().retryAfter()).contains(Duration.ofSeconds(1));
    Room.Share done = room.share();
    done.take(100);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    done.close();
    room.share().take(1_000);
    assertThat(room.full().retryAfter()).contains(Duration.ofSeconds(10));
    assertThat(room.full().status().value()).isEqualTo(503);
  }

  @Test
  void nothingIsInHandOnceAllAreDone() {
    qt().forAll(lists().of(integers().between(0, 200)).ofSizeBetween(0, 20))
        .check(
            sizes -> {
              Room room = room(300);
              List<Room.Share> shares = new ArrayList<>();
              for (int size : sizes) {
                Room.Share share = room.share();
                share.take(size);
                shares.add(share);
                if (room.inHand() > 300) {
                  return false;
                }
              }
              shares.forEach(Room.Share::close);
              return room.inHand() == 0;
            });
  }

  private Room room(long bytes) {
    return new Room(bytes, nanos::get);
  }
}
