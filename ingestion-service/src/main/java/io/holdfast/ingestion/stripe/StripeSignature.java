package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.signing.HmacSha256;
import io.holdfast.ingestion.signing.SignatureScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The header {@code Stripe-Signature: t=<seconds>,v1=<hex>[,v1=…]}: HMAC-SHA256 over {@code t.body}
 * with the whole {@code whsec_…} text as key. Several v1 stand there while a secret is rolled;
 * other schemes are ignored.
 */
final class StripeSignature implements SignatureScheme {
  static final String HEADER = "Stripe-Signature";

  @Override
  public List<String> headers() {
    return List.of(HEADER);
  }

  @Override
  public Judgement judge(HttpHeaders headers, byte[] body, String secret, Instant now) {
    Long seconds = null;
    List<String> signatures = new ArrayList<>();
    for (String part : Objects.requireNonNullElse(headers.getFirst(HEADER), "").split(",")) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length == 2 && pair[0].equals("t")) {
        seconds = seconds(pair[1]);
      } else if (pair.length == 2 && pair[0].equals("v1")) {
        signatures.add(pair[1]);
      }
    }
    return seconds == null
        ? Judgement.FORGED
        : SignatureScheme.signedAt(
            Instant.ofEpochSecond(seconds),
            HmacSha256.oneOf(signatures, sign(seconds, body, secret)),
            now);
  }

  private static @Nullable Long seconds(String text) {
    return text.matches("\\d{1,12}") ? Long.valueOf(text) : null;
  }

  static String sign(long seconds, byte[] body, String secret) {
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(HmacSha256.of(key, seconds + ".", body));
  }

  /** Events have ids of their own, in the body. */
  @Override
  public String id(HttpHeaders headers, byte[] body) {
    return "";
  }
}
