package io.holdfast.notification.channel;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shared secret of a webhook channel, in the form of Standard Webhooks: {@code whsec_} and the
 * base64 of 24–64 bytes.
 */
public record WebhookSecret(String value) {

  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;

  public WebhookSecret {
    if (!value.startsWith(PREFIX) || keyOf(value).length < 24 || keyOf(value).length > 64) {
      throw new IllegalArgumentException("A webhook secret is whsec_ and 24 to 64 bytes in base64");
    }
  }

  public static WebhookSecret random(SecureRandom random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(key));
  }

  /**
   * Value of the header {@code webhook-signature} for a body sent at an instant: {@code v1,} and
   * the base64 HMAC-SHA256 of {@code id.seconds.body}.
   */
  public String sign(String messageId, Instant at, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keyOf(value), "HmacSHA256"));
      mac.update((messageId + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("This Java has no HmacSHA256", e);
    }
  }

  /** Never in a log. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }

  private static byte[] keyOf(String value) {
    return Base64.getDecoder().decode(value.substring(PREFIX.length()));
  }
}
