package io.holdfast.ingestion.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.stripe.StripeSignature.Judgement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StripeSignatureTests {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final long T = NOW.getEpochSecond();
  private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);
  private static final String SECRET = "whsec_abc";
  private static final String GOOD = StripeSignature.sign(T, BODY, SECRET);

  @Test
  void acceptsTheSignatureOfItsSecret() {
    assertThat(judge("t=" + T + ",v1=" + GOOD, NOW)).isEqualTo(Judgement.GENUINE);
  }

  @Test
  void anyOfSeveralSignaturesWillDoWhileASecretIsRolled() {
    assertThat(judge("t=" + T + ", v1=00, v0=11, v1=" + GOOD, NOW)).isEqualTo(Judgement.GENUINE);
  }

  @Test
  void refusesAnotherBodySecretTimeOrScheme() {
    assertThat(StripeSignature.parse("t=" + T + ",v1=" + GOOD).judge("{}".getBytes(), SECRET, NOW))
        .isEqualTo(Judgement.FORGED);
    assertThat(StripeSignature.parse("t=" + T + ",v1=" + GOOD).judge(BODY, "whsec_x", NOW))
        .isEqualTo(Judgement.FORGED);
    assertThat(judge("t=" + (T + 1) + ",v1=" + GOOD, NOW)).isEqualTo(Judgement.FORGED);
    assertThat(judge("t=" + T + ",v0=" + GOOD, NOW)).isEqualTo(Judgement.FORGED);
    assertThat(judge("nonsense", NOW)).isEqualTo(Judgement.FORGED);
    assertThat(judge("t=99999999999999999999,v1=" + GOOD, NOW)).isEqualTo(Judgement.FORGED);
  }

  @Test
  void rejectsAStaleSignatureOfEitherSide() {
    assertThat(judge("t=" + T + ",v1=" + GOOD, NOW.plusSeconds(300))).isEqualTo(Judgement.GENUINE);
    assertThat(judge("t=" + T + ",v1=" + GOOD, NOW.plusSeconds(301))).isEqualTo(Judgement.STALE);
    assertThat(judge("t=" + T + ",v1=" + GOOD, NOW.minusSeconds(301))).isEqualTo(Judgement.STALE);
  }

  private static Judgement judge(String header, Instant now) {
    return StripeSignature.parse(header).judge(BODY, SECRET, now);
  }
}
