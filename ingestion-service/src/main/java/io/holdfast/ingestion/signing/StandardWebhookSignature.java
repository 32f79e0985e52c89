package io.holdfast.ingestion.signing;

import io.holdfast.ingestion.sources.SigningSecret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * Standard Webhooks (standardwebhooks.com): {@code webhook-signature: v1,<base64> …} is the
 * HMAC-SHA256 of {@code id.seconds.body} under the bytes that {@code whsec_<base64>} stands for.
 * Several v1 stand there while a secret is rolled; other versions are ignored.
 */
public final class StandardWebhookSignature implements SignatureScheme {
  /** Names a delivery; the same on every attempt. */
  private static final String ID = "webhook-id";

  private static final String TIMESTAMP = "webhook-timestamp";
  private static final String SIGNATURE = "webhook-signature";

  @Override
  public List<String> headers() {
    return List.of(ID, TIMESTAMP, SIGNATURE);
  }

  @Override
  public Judgement judge(HttpHeaders headers, byte[] body, String secret, Instant now) {
    String seconds = header(headers, TIMESTAMP);
    Optional<byte[]> key = SigningSecret.bytes(secret);
    if (!seconds.matches("\\d{1,12}") || key.isEmpty()) {
      return Judgement.FORGED;
    }
    byte[] code = HmacSha256.of(key.get(), header(headers, ID) + "." + seconds + ".", body);
    String expected = Base64.getEncoder().encodeToString(code);
    boolean genuine = HmacSha256.oneOf(signatures(header(headers, SIGNATURE)), expected);
    return SignatureScheme.signedAt(Instant.ofEpochSecond(Long.parseLong(seconds)), genuine, now);
  }

  @Override
  public String id(HttpHeaders headers, byte[] body) {
    return header(headers, ID);
  }

  private static List<String> signatures(String header) {
    List<String> signatures = new ArrayList<>();
    for (String one : header.split(" ")) {
      if (one.startsWith("v1,")) {
        signatures.add(one.substring(3));
      }
    }
    return signatures;
  }

  private static String header(HttpHeaders headers, String name) {
    return Objects.requireNonNullElse(headers.getFirst(name), "");
  }
}
