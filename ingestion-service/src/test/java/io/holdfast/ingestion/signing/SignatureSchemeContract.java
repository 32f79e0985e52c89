package io.holdfast.ingestion.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.signing.SignatureScheme.Judgement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** What every way to sign a delivery has to tell apart. */
public interface SignatureSchemeContract {
  Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);

  SignatureScheme scheme();

  String secret();

  String anotherSecret();

  /** The headers of a delivery that was signed then. */
  Map<String, String> signed(byte[] body, String secret, Instant at);

  /** The same headers, with a signature of nobody's and one of an unknown version in front. */
  Map<String, String> amongOthers(Map<String, String> headers);

  @Test
  default void acceptsTheSignatureOfItsSecret() {
    assertThat(judge(signed(BODY, secret(), NOW), BODY, NOW)).isEqualTo(Judgement.GENUINE);
  }

  @Test
  default void oneOfSeveralSignaturesWillDoWhileASecretIsRolled() {
    assertThat(judge(amongOthers(signed(BODY, secret(), NOW)), BODY, NOW))
        .isEqualTo(Judgement.GENUINE);
  }

  @Test
  default void refusesAnotherBody() {
    byte[] other = "{}".getBytes(StandardCharsets.UTF_8);
    assertThat(judge(signed(BODY, secret(), NOW), other, NOW)).isEqualTo(Judgement.FORGED);
  }

  @Test
  default void refusesAnotherSecret() {
    assertThat(judge(signed(BODY, anotherSecret(), NOW), BODY, NOW)).isEqualTo(Judgement.FORGED);
  }

  @Test
  default void rejectsAStaleSignatureOfEitherSide() {
    Map<String, String> headers = signed(BODY, secret(), NOW);
    assertThat(judge(headers, BODY, NOW.plusSeconds(300))).isEqualTo(Judgement.GENUINE);
    assertThat(judge(headers, BODY, NOW.plusSeconds(301))).isEqualTo(Judgement.STALE);
    assertThat(judge(headers, BODY, NOW.minusSeconds(300))).isEqualTo(Judgement.GENUINE);
    assertThat(judge(headers, BODY, NOW.minusSeconds(301))).isEqualTo(Judgement.STALE);
  }

  @Test
  default void refusesHeadersThatMakeNoSense() {
    Map<String, String> headers = signed(BODY, secret(), NOW);
    for (String header : scheme().headers()) {
      for (String nonsense : new String[] {"", "nonsense", "t=99999999999999999999,v1=", "v1,"}) {
        HttpHeaders broken = headers(headers);
        broken.set(header, nonsense);
        assertThat(scheme().judge(broken, BODY, secret(), NOW))
            .as(header + ": " + nonsense)
            .isEqualTo(Judgement.FORGED);
      }
    }
  }

  private Judgement judge(Map<String, String> headers, byte[] body, Instant now) {
    return scheme().judge(headers(headers), body, secret(), now);
  }

  private static HttpHeaders headers(Map<String, String> all) {
    HttpHeaders headers = new HttpHeaders();
    all.forEach(headers::set);
    return headers;
  }
}
