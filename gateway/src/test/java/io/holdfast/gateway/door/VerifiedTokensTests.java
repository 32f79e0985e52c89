package io.holdfast.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import reactor.core.publisher.Mono;

class VerifiedTokensTests {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final List<String> asked = new ArrayList<>();
  private final JwtTimestampValidator inTime = new JwtTimestampValidator(Duration.ZERO);

  @Test
  void verifiesATokenOnce() {
    VerifiedTokens tokens = tokens(Duration.ofMinutes(1));
    at(NOON);

    Jwt first = tokens.decode("good").block();
    Jwt second = tokens.decode("good").block();

    assertThat(second).isSameAs(first);
    assertThat(asked).containsExactly("good");
  }

  @Test
  void refusesAKnownTokenAfterItsTime() {
    VerifiedTokens tokens = tokens(Duration.ofMinutes(1));
    at(NOON);
    tokens.decode("good").block();

    at(NOON.plusSeconds(61));

    assertThatThrownBy(() -> tokens.decode("good").block())
        .isInstanceOf(JwtValidationException.class);
  }

  @Test
  void neverRemembersARefusal() {
    VerifiedTokens tokens = tokens(Duration.ofMinutes(1));

    assertThatThrownBy(() -> tokens.decode("bad").block()).isInstanceOf(BadJwtException.class);
    assertThatThrownBy(() -> tokens.decode("bad").block()).isInstanceOf(BadJwtException.class);

    assertThat(asked).containsExactly("bad", "bad");
  }

  @Test
  void verifiesAnewWhatItHasForgotten() {
    VerifiedTokens tokens = tokens(Duration.ZERO);
    at(NOON);

    tokens.decode("good").block();
    tokens.decode("good").block();

    assertThat(asked).containsExactly("good", "good");
  }

  private void at(Instant now) {
    inTime.setClock(Clock.fixed(now, ZoneOffset.UTC));
  }

  private VerifiedTokens tokens(Duration kept) {
    return new VerifiedTokens(this::verify, inTime, kept);
  }

  private Mono<Jwt> verify(String token) {
    return Mono.fromSupplier(
        () -> {
          asked.add(token);
          if (token.equals("bad")) {
            throw new BadJwtException("not signed by the issuer");
          }
          return Jwt.withTokenValue(token)
              .header("alg", "RS256")
              .issuedAt(NOON)
              .expiresAt(NOON.plusSeconds(60))
              .build();
        });
  }
}
