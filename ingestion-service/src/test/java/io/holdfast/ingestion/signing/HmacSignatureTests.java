package io.holdfast.ingestion.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.signing.SignatureScheme.Judgement;
import io.holdfast.ingestion.sources.SignatureRule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class HmacSignatureTests implements SignatureSchemeContract {
  private static final Duration TOLERANCE = Duration.ofSeconds(300);

  @Override
  public SignatureScheme scheme() {
    return new HmacSignature(
        new SignatureRule(
            "X-Sig", true, "sha256=", "{id}.{timestamp}.", "X-Time", "X-Id", TOLERANCE));
  }

  @Override
  public String secret() {
    return "a secret of the sender's";
  }

  @Override
  public String anotherSecret() {
    return "another secret of theirs";
  }

  @Override
  public Map<String, String> signed(byte[] body, String secret, Instant at) {
    String before = "d-1." + at.getEpochSecond() + ".";
    byte[] code = HmacSha256.of(secret.getBytes(StandardCharsets.UTF_8), before, body);
    return Map.of(
        "X-Id",
        "d-1",
        "X-Time",
        Long.toString(at.getEpochSecond()),
        "X-Sig",
        "sha256=" + java.util.HexFormat.of().withUpperCase().formatHex(code));
  }

  @Override
  public Map<String, String> amongOthers(Map<String, String> headers) {
    Map<String, String> others = new HashMap<>(headers);
    others.compute("X-Sig", (_, own) -> "sha256=00, sha512=11, " + own);
    return others;
  }

  /** As Zendesk signs: base64 of timestamp and body, the timestamp an ISO time. */
  @Test
  void signsInBase64UnderAnIsoTime() {
    SignatureScheme zendesk =
        new HmacSignature(
            new SignatureRule("X-Sig", false, "", "{timestamp}", "X-Time", null, TOLERANCE));
    HttpHeaders headers = new HttpHeaders();
    headers.set("X-Time", NOW.toString());
    byte[] code = HmacSha256.of(secret().getBytes(StandardCharsets.UTF_8), NOW.toString(), BODY);
    headers.set("X-Sig", Base64.getEncoder().encodeToString(code));
    assertThat(zendesk.judge(headers, BODY, secret(), NOW)).isEqualTo(Judgement.GENUINE);
    assertThat(zendesk.judge(headers, BODY, secret(), NOW.plusSeconds(301)))
        .isEqualTo(Judgement.STALE);
  }

  @Test
  void aDeliveryWithoutANameIsNamedByItsBody() {
    SignatureScheme bare =
        new HmacSignature(new SignatureRule("X-Sig", true, "", "", null, null, TOLERANCE));
    HttpHeaders none = new HttpHeaders();
    assertThat(bare.id(none, BODY)).isEqualTo(bare.id(none, BODY.clone())).hasSize(64);
    assertThat(bare.id(none, BODY)).isNotEqualTo(bare.id(none, new byte[0]));
  }
}
