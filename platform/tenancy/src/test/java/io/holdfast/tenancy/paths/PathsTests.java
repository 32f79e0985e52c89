package io.holdfast.tenancy.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

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

  private static ServerHttpRequest to(String address) {
    return MockServerHttpRequest.method(HttpMethod.GET, URI.create(address)).build();
  }
}
