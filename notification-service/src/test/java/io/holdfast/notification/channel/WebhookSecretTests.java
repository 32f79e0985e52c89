package io.holdfast.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class WebhookSecretTests {

  private final WebhookSecret secret = WebhookSecret.random(new SecureRandom());

  @Test
  void refusesShortKeys() {
    assertThatThrownBy(() -> new WebhookSecret("whsec_c2hvcnQ="))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void staysOutOfLogs() {
    assertThat(secret.toString()).doesNotContain(secret.value().substring(6));
  }
}
