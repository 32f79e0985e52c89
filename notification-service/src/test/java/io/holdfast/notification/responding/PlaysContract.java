package io.holdfast.notification.responding;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.Carried;
import io.holdfast.notification.play.Play;
import io.holdfast.notification.play.PlayFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

public interface PlaysContract extends Carried {

  Plays plays();

  @Test
  default void theShippedPlaysAreLiveFromTheFirstLook() {
    List<Play> live = done(plays().live().collectList());

    assertThat(live).extracting(Play::key).contains("escalation-handshake", "payment-recovery");
    assertThat(live).contains(PlayFixture.handshake());
  }

  @Test
  default void aVersionIsFoundByItsNumber() {
    done(plays().live().then());

    assertThat(done(plays().version("escalation-handshake", 1))).isEqualTo(PlayFixture.handshake());
    assertThat(done(plays().version("escalation-handshake", 99))).isNull();
    assertThat(done(plays().version("another", 1))).isNull();
  }
}
