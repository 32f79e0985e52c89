package io.holdfast.notification.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.testing.TestTokens;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API refuses, and how it says what to do. */
class RefusingIT extends Road {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost:9999/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest",
        "https://user:pw@example.com/",
        "ftp://example.com/",
      })
  void aChannelToAnAddressThatIsNotPublicIsRefused(String url) {
    post("/api/v1/channels", Map.of("type", "webhook", "name", "x", "url", url))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("address_not_allowed")
        .jsonPath("$.field")
        .isEqualTo("url");
  }

  @ParameterizedTest
  @CsvSource({
    "'', n, https://8.8.8.8/, type",
    "pager, n, https://8.8.8.8/, type",
    "slack, '', https://8.8.8.8/, name",
    "slack, n, '', url",
    "email, n, https://8.8.8.8/, url",
  })
  void whatIsWrongWithAChannelIsNamedByField(String type, String name, String url, String field) {
    Map<String, String> request = new HashMap<>(Map.of("type", type, "name", name));
    if (!url.isEmpty()) {
      request.put("url", url);
    }
    post("/api/v1/channels", request)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.field")
        .isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"email\",\"name\":\"n\",\"to\":[null]}",
        "{\"type\":\"email\",\"name\":\"n\",\"events\":[null]}",
        "{\"type\":\"email\",\"name\":\"a\\u0000b\"}",
        "{\"type\":\"slack\",\"name\":\"n\",\"url\":\"https://8.8.8.8/\\u0000\"}",
      })
  void aChannelThatCannotBeKeptIsRefused(String request) {
    raw("POST", "/api/v1/channels", request).expectStatus().isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"n\",\"roles\":[null]}",
        "{\"name\":\"a\\u0000b\"}",
        "{\"name\":\"n\",\"timeZone\":\"Mars\"}",
        "{}",
      })
  void aPersonThatCannotBeKeptIsRefused(String request) {
    raw("PUT", "/api/v1/people/bo@larkfield.example", request).expectStatus().isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({
    "alerts, -at",
    "alerts, account",
    "plays, name",
    "plays, key",
    "play-runs, -at",
    "play-runs, account",
    "channels, name",
    "channels, at",
    "deliveries, -at",
    "people, name",
    "people, email",
  })
  void aCursorNobodyGaveOutIsRefused(String list, String sort) {
    String forged =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((sort + "\u0001x\u0000\u0001y\u0000").getBytes(UTF_8));

    as(tenant, "GET", "/api/v1/" + list + "?sort=" + sort + "&cursor=" + forged, null)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("invalid_cursor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alerts?account=%00",
        "alerts?state=new",
        "alerts?limit=201",
        "alerts?sort=colour",
        "play-runs?play=%00",
        "play-runs?alert=1",
        "deliveries?channel=x",
      })
  void aFilterThatMakesNoSenseIsRefused(String query) {
    as(tenant, "GET", "/api/v1/" + query, null).expectStatus().isBadRequest();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts", "plays", "play-runs", "channels", "deliveries", "people"})
  void aListNeedsATokenWithItsScope(String list) {
    with(null, "GET", "/api/v1/" + list, null).expectStatus().isUnauthorized();
    with(TestTokens.bearer(tenant, "health:read"), "GET", "/api/v1/" + list, null)
        .expectStatus()
        .isForbidden();
  }
}
