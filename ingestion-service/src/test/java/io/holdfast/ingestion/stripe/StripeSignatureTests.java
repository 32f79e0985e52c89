package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.signing.SignatureScheme;
import io.holdfast.ingestion.signing.SignatureSchemeContract;
import java.time.Instant;
import java.util.Map;

class StripeSignatureTests implements SignatureSchemeContract {

  @Override
  public SignatureScheme scheme() {
    return new StripeSignature();
  }

  @Override
  public String secret() {
    return "whsec_abc";
  }

  @Override
  public String anotherSecret() {
    return "whsec_x";
  }

  @Override
  public Map<String, String> signed(byte[] body, String secret, Instant at) {
    long seconds = at.getEpochSecond();
    return Map.of(
        StripeSignature.HEADER,
        "t=" + seconds + ",v1=" + StripeSignature.sign(seconds, body, secret));
  }

  @Override
  public Map<String, String> amongOthers(Map<String, String> headers) {
    String own = String.valueOf(headers.get(StripeSignature.HEADER));
    return Map.of(StripeSignature.HEADER, "v0=11, v1=00, " + own.replace(",", ", "));
  }
}
