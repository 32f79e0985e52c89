package io.holdfast.notification.channel;

import java.security.SecureRandom;
import java.util.Base64;

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

  /** The bytes that sign. */
  public byte[] key() {
    return keyOf(value);
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
