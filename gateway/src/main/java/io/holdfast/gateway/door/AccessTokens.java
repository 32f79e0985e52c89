package io.holdfast.gateway.door;

import io.holdfast.gateway.problems.Problem;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * What an access token must be: signed by a key of the issuer with RS256 or ES256, in its time,
 * from the issuer, for us. An ID token is for the console, not for us, and so is refused.
 */
@Configuration(proxyBeanMethods = false)
class AccessTokens {
  private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
  private static final Duration KEPT = Duration.ofMinutes(1);

  @Bean
  VerifiedTokens accessTokenDecoder(DoorProperties door, WebClient client) {
    NimbusReactiveJwtDecoder decoder =
        NimbusReactiveJwtDecoder.withJwkSetUri(door.jwks())
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .validateType(false)
            .webClient(client)
            .build();
    JwtTimestampValidator inTime = new JwtTimestampValidator(CLOCK_SKEW);
    JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt");
    type.setAllowEmpty(true);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            type,
            inTime,
            new JwtIssuerValidator(door.issuer()),
            new JwtAudienceValidator(door.audience())));
    return new VerifiedTokens(
        token ->
            decoder
                .decode(token)
                .onErrorMap(AccessTokens::notTheToken, AccessTokens::away)
                .switchIfEmpty(Mono.error(AccessTokens::withoutKeys)),
        inTime,
        KEPT);
  }

  private static boolean notTheToken(Throwable failure) {
    return !(failure instanceof JwtException);
  }

  /** What the decoder makes of an answer without a body where the keys should be. */
  private static Problem withoutKeys() {
    return away(new IllegalStateException("the answer was empty"));
  }

  private static Problem away(Throwable failure) {
    LOG.warn("the issuer's keys cannot be had: {}", failure.toString());
    return Problem.away("The sign-in service's keys cannot be had for the moment. Try again.");
  }
}
