package io.holdfast.tenancy.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

class PathsTests {
  private static final Paths PATHS =
      Paths.of("/v1/**", "/readyz/*", "/api/v1/accounts/{id}/contacts/**", "/docs");

  @ParameterizedTest
  @CsvSource({
    "/v1, /v1/**",
    "/v1/batch, /v1/**",
    "/%761/batch, /v1/**",
    "/v1;a=b/batch, /v1/**",
    "/readyz/all, /readyz/*",
    "/api/v1/accounts/a%2Fb/contacts, /api/v1/accounts/{id}/contacts/**",
    "/api/v1/accounts/a/contacts/c, /api/v1/accounts/{id}/contacts/**",
    "/docs, /docs"
  })
  void anAddressIsOneOfAPattern(String address, String pattern) {
    assertThat(PATHS.match(to(address))).isEqualTo(pattern);
    assertThat(PATHS.have(to(address))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/",
    "/v2/batch",
    "/v10",
    "/V1/batch",
    "/readyz",
    "/readyz/a/b",
    "/api/v1/accounts/contacts",
    "/docs/",
    "/docs/page"
  })
  void anAddressIsOneOfNone(String address) {
    assertThat(PATHS.match(to(address))).isNull();
    assertThat(PATHS.have(to(address))).isFalse();
  }

  @Test
  void noPatternsHaveNoAddress() {
    assertThat(Paths.of().have(to("/v1/batch"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/**", "/**", "/v1", "/v1/", "/v1/*", "/v1/{id}", "/v1/{id}/a/**", "/v1/a*"})
  void anAddressIsOneOfAPatternAsSpringSaysIt(String pattern) {
    Random random = new Random(7);
    Paths paths = Paths.of(pattern);
    PathPattern springs = PathPatternParser.defaultInstance.parse(pattern);
    int matches = 0;
    for (int i = 0; i < 5_000; i++) {
      ServerHttpRequest request = to(address(random));
      boolean has = paths.have(request);
      assertThat(has)
          .as(request.getURI().toString())
          .isEqualTo(springs.matches(request.getPath().pathWithinApplication()));
      matches += has ? 1 : 0;
    }
    assertThat(matches).isPositive();
  }

  private static String address(Random random) {
    String[] parts = {"/", "/", "/v1", "/v1", "a", "a", "%61", ";b=c", "v", "1"};
    StringBuilder address = new StringBuilder(random.nextBoolean() ? "/v1" : "/");
    for (int i = random.nextInt(6); i > 0; i--) {
      address.append(parts[random.nextInt(parts.length)]);
    }
    return address.toString();
  }

  private static ServerHttpRequest to(String address) {
    return MockServerHttpRequest.method(HttpMethod.GET, URI.create("http://localhost" + address))
        .build();
  }
}
