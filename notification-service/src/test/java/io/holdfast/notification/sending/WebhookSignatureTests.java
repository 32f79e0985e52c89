package io.holdfast.notification.sending;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import io.holdfast.notification.channel.WebhookSecret;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookSignatureTests {

  @Test
  void isVerifiedByTheIndependentLibrary() {
    WebhookSecret secret = WebhookSecret.random(new SecureRandom());
    String body = "{\"title\":\"Weekly active users 9 against 40 (−78%)\"}";
    Instant now = Instant.now();
    String signature =
        WebhookSignature.of(secret, "msg_1", now, body.getBytes(StandardCharsets.UTF_8));
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of(
                "webhook-id", List.of("msg_1"),
                "webhook-timestamp", List.of(String.valueOf(now.getEpochSecond())),
                "webhook-signature", List.of(signature)),
            (_, _) -> true);

    assertThatCode(() -> new Webhook(secret.value()).verify(body, headers))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> new Webhook(secret.value()).verify(body + " ", headers)).isNotNull();
  }
}
