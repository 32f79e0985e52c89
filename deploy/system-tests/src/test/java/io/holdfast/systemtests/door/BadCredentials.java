package io.holdfast.systemtests.door;

import io.holdfast.systemtests.MadeTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers that must open nothing, by what is wrong with them. */
final class BadCredentials {
  private BadCredentials() {}

  static Map<String, String> all(MadeTokens made) {
    Date past = Date.from(Instant.now().minus(Duration.ofMinutes(3)));
    Date longPast = Date.from(Instant.now().minus(Duration.ofHours(1)));
    Date future = Date.from(Instant.now().plus(Duration.ofMinutes(30)));
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("malformed", "Bearer not-a-token");
    bad.put("empty", "Bearer ");
    bad.put("another scheme", "Basic " + base64("demo-admin:secret"));
    bad.put("alg: none", bearer(made.unsigned()));
    bad.put("signed by a stranger", bearer(made.signedByAStranger()));
    bad.put("HS256 with the public key", bearer(made.signedWithThePublicKey()));
    bad.put(
        "expired",
        bearer(
            made.with(
                claims ->
                    claims.issueTime(longPast).notBeforeTime(longPast).expirationTime(past))));
    bad.put("not yet valid", bearer(made.with(claims -> claims.notBeforeTime(future))));
    bad.put("for another audience", bearer(made.with(claims -> claims.audience("elsewhere"))));
    bad.put("for nobody", bearer(made.with(claims -> claims.audience((String) null))));
    bad.put(
        "an ID token",
        bearer(
            made.with(
                claims ->
                    claims
                        .audience("holdfast-console")
                        .claim("azp", "holdfast-console")
                        .claim("nonce", "n")
                        .claim("auth_time", Instant.now().getEpochSecond())
                        .claim("scope", null))));
    bad.put(
        "of another issuer", bearer(made.with(claims -> claims.issuer("https://issuer.example"))));
    return bad;
  }

  private static String bearer(String token) {
    return "Bearer " + token;
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
