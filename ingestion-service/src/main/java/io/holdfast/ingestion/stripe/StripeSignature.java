package io.holdfast.ingestion.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Stripe-Signature: t=<seconds>,v1=<hex>[,v1=…]}: HMAC-SHA256 over {@code t.body}
 * with the whole {@code whsec_…} text as key. Several v1 stand there while a secret is rolled;
 * other schemes are ignored.
 */
public record StripeSignature(@Nullable Long seconds, List<String> v1) {
  static final Duration TOLERANCE = Duration.ofSeconds(300);

  /** What is to be thought of a signed body. */
  public enum Judgement {
    GENUINE,
    /** Signed too long ago, or ahead: perhaps replayed. */
    STALE,
    FORGED
  }

  public static StripeSignature parse(String header) {
    Long seconds = null;
    List<String> signatures = new ArrayList<>();
    for (String part : header.split(",")) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length == 2 && pair[0].equals("t") && pair[1].matches("\\d{1,12}")) {
        seconds = Long.valueOf(pair[1]);
      } else if (pair.length == 2 && pair[0].equals("v1")) {
        signatures.add(pair[1]);
      }
    }
    return new StripeSignature(seconds, List.copyOf(signatures));
  }

  /**
   * @param now by the real clock
   */
  public Judgement judge(byte[] body, String secret, Instant now) {
    Long t = seconds;
    if (t == null || v1.isEmpty()) {
      return Judgement.FORGED;
    }
    byte[] expected = sign(t, body, secret).getBytes(StandardCharsets.US_ASCII);
    boolean genuine = false;
    for (String signature : v1) {
      // Every one is compared, in constant time.
      genuine |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }
    if (!genuine) {
      return Judgement.FORGED;
    }
    Duration age = Duration.between(Instant.ofEpochSecond(t), now).abs();
    return age.compareTo(TOLERANCE) > 0 ? Judgement.STALE : Judgement.GENUINE;
  }

  static String sign(long seconds, byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
