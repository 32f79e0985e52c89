package io.holdfast.ingestion.signing;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Signed by the independent library of Standard Webhooks. */
class StandardWebhookSignatureTests implements SignatureSchemeContract {
  private static final String ID = "msg_1";

  @Override
  public SignatureScheme scheme() {
    return new StandardWebhookSignature();
  }

  @Override
  public String secret() {
    return "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  }

  @Override
  public String anotherSecret() {
    return "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  }

  @Override
  public Map<String, String> signed(byte[] body, String secret, Instant at) {
    try {
      String signature =
          new Webhook(secret)
              .sign(ID, at.getEpochSecond(), new String(body, StandardCharsets.UTF_8));
      return Map.of(
          "webhook-id",
          ID,
          "webhook-timestamp",
          Long.toString(at.getEpochSecond()),
          "webhook-signature",
          signature);
    } catch (WebhookSigningException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public Map<String, String> amongOthers(Map<String, String> headers) {
    Map<String, String> others = new HashMap<>(headers);
    others.compute("webhook-signature", (_, own) -> "v1,AAAA v1a,BBBB " + own);
    return others;
  }
}
