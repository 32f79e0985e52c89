package io.holdfast.notification.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.notification.play.Play;
import io.holdfast.notification.play.PlayFixture;
import io.holdfast.notification.play.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

class PlayRowsTests {

  private final PlayRows rows = new PlayRows(JsonMapper.builder().build());

  @Test
  void readsTheShippedPlays() throws IOException {
    assertThat(read("escalation-handshake")).isEqualTo(PlayFixture.handshake());
    Play payment = read("payment-recovery");
    assertThat(payment.steps()).isEqualTo(PlayFixture.paymentRecovery().steps());
    assertThat(payment.triggers()).isEqualTo(PlayFixture.paymentRecovery().triggers());
  }

  @Test
  void readsAPause() {
    assertThat(rows.read(play("{\"do\":\"wait\",\"for\":\"PT24H\"}")).steps())
        .containsExactly(new Step.Pause(Duration.ofHours(24)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"do\":\"shout\"}",
        "{\"do\":\"notify\",\"to\":[]}",
        "{\"do\":\"notify\",\"to\":[\"everybody\"]}",
        "{\"do\":\"wait\",\"for\":\"PT0S\"}",
        "{}",
      })
  void refusesAStepItDoesNotUnderstand(String step) {
    assertThatThrownBy(() -> rows.read(play(step))).isInstanceOf(RuntimeException.class);
  }

  private Play read(String key) throws IOException {
    return rows.read(
        new ClassPathResource("plays/" + key + ".v1.json")
            .getContentAsString(StandardCharsets.UTF_8));
  }

  private static String play(String step) {
    return """
    {"key":"k","version":1,"name":"n","kind":"voluntary","state":"live","cooldown":"PT0S",
     "trigger":[{"on":"band","worsenedTo":["critical"]}],"steps":[%s],"exits":[]}
    """
        .formatted(step);
  }
}
