package io.holdfast.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers tokens whose signature was verified, so that a client's next request costs no
 * public-key arithmetic. Only what was good is kept, and for a minute: a key the issuer has
 * withdrawn is believed no longer than that. Whether a token is in its time is asked each time.
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
    Jwt known = verified.getIfPresent(token); // all of it: another signature is another token
    return known == null
        ? decoder.decode(token).doOnNext(jwt -> verified.put(token, jwt))
        : stillInTime(known);
  }

  private Mono<Jwt> stillInTime(Jwt known) {
    var outcome = inTime.validate(known);
    return outcome.hasErrors()
        ? Mono.error(
            new JwtValidationException("The token is not in its time", outcome.getErrors()))
        : Mono.just(known);
  }
}
