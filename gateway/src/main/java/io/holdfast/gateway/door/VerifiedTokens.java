package io.holdfast.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers tokens whose signature was verified, so that a client's next request costs no
 * public-key arithmetic. Only what was good is kept, under a digest and for a minute: a key the
 * issuer has withdrawn is believed no longer than that. Whether a token is in its time is asked
 * each time.
 */
final class VerifiedTokens implements ReactiveJwtDecoder {
  private static final int MOST = 20_000;

  private final ReactiveJwtDecoder decoder;
  private final OAuth2TokenValidator<Jwt> inTime;
  private final Cache<String, Jwt> verified;

  VerifiedTokens(ReactiveJwtDecoder decoder, OAuth2TokenValidator<Jwt> inTime, Duration kept) {
    this.decoder = decoder;
    this.inTime = inTime;
    this.verified = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(kept).build();
  }

  @Override
  public Mono<Jwt> decode(String token) {
    String digest = digest(token);
    Jwt known = verified.getIfPresent(digest);
    return known == null
        ? decoder.decode(token).doOnNext(jwt -> verified.put(digest, jwt))
        : stillInTime(known);
  }

  private Mono<Jwt> stillInTime(Jwt known) {
    var outcome = inTime.validate(known);
    return outcome.hasErrors()
        ? Mono.error(
            new JwtValidationException("The token is not in its time", outcome.getErrors()))
        : Mono.just(known);
  }

  /** The whole token, signature included: another signature under the same claims is another. */
  private static String digest(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
