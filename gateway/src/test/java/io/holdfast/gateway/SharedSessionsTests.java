package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.PROVIDER;
import static io.holdfast.gateway.TestBrowser.here;
import static io.holdfast.gateway.TestBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two gateways on one database; the provider rotates refresh tokens and refuses a second use. */
@GatewayTest
class SharedSessionsTests {
  private static int other;

  private final TestBrowser browser = new TestBrowser();
  @LocalServerPort int port;

  /** Left running: closing it would end event loops that the first gateway uses too. */
  @BeforeAll
  static void startTheOther() {
    if (other == 0) {
      other =
          Integer.parseInt(
              Objects.requireNonNull(
                  new SpringApplicationBuilder(Gateway.class)
                      .initializers(new Surroundings())
                      .run("--server.port=0", "--management.server.port=0")
                      .getEnvironment()
                      .getProperty("local.server.port")));
    }
  }

  @BeforeEach
  void nobodyIsSignedIn() throws Exception {
    GatewayDatabase.change("delete from gateway.session");
  }

  @AfterEach
  void asBefore() {
    PROVIDER.accessTokenLife = Duration.ofMinutes(5);
    PROVIDER.thinks = Duration.ZERO;
  }

  @Test
  void letsAPersonGoOnAtAnotherGateway() throws Exception {
    browser.at(port).signIn();

    assertThat(browser.at(other).status("/api/v1/portfolio")).isEqualTo(200);
    assertThat(browser.at(other).get("/api/v1/me", "application/json").body())
        .contains("Ana Rivera");
  }

  @Test
  void finishesASignInThatBeganAtAnotherGateway() throws Exception {
    browser.at(port).get("/accounts/a1", "text/html");
    String provider = location(browser.get("/oauth2/authorization/holdfast", "text/html"));
    String back = here(location(browser.get(provider, "text/html")));

    assertThat(location(browser.at(other).get(back, "text/html"))).isEqualTo("/accounts/a1");
    assertThat(browser.at(port).status("/api/v1/portfolio")).isEqualTo(200);
  }

  @Test
  void renewsTheTokenOnceForRequestsAtBothGateways() throws Exception {
    PROVIDER.accessTokenLife = Duration.ofSeconds(1);
    browser.at(port).signIn();
    Thread.sleep(1_100); // the token has run out: nobody can go on without the new one
    PROVIDER.accessTokenLife = Duration.ofMinutes(5);
    PROVIDER.thinks = Duration.ofMillis(700);
    int before = PROVIDER.refreshes.get();

    List<Integer> answers =
        IntStream.range(0, 12)
            .mapToObj(i -> browser.at(i % 2 == 0 ? port : other).later("/api/v1/portfolio"))
            .toList()
            .stream()
            .map(answer -> answer.join().statusCode())
            .toList();

    assertThat(answers).containsOnly(200);
    assertThat(PROVIDER.refreshes.get() - before).isEqualTo(1);
    assertThat(browser.at(other).status("/api/v1/portfolio")).isEqualTo(200);
  }

  @Test
  void givesTheSessionAnotherIdAtSignIn() throws Exception {
    browser.at(port).get("/portfolio", "text/html");
    String planted = browser.session();

    browser.signIn();

    assertThat(browser.session()).isNotEqualTo(planted);
    assertThat(statusWith(planted)).isEqualTo(401);
    assertThat(statusWith(browser.session())).isEqualTo(200);
  }

  @Test
  void keepsNothingReadable() throws Exception {
    browser.at(port).signIn();

    String stored =
        GatewayDatabase.text(
            """
            select string_agg(t, ' ') from (
              select row_to_json(s)::text as t from gateway.session s
              union all
              select encode(sealed, 'escape')
                from (select sealed from gateway.session_attribute
                      union all select sealed from gateway.session_token) x) y
            """);

    assertThat(stored)
        .contains("Test browser")
        .doesNotContain(browser.session(), "ana.rivera", "Rivera", "eyJhbGci", "SecurityContext");
  }

  @Test
  void tellsAPersonWhereTheyAreSignedIn() throws Exception {
    new TestBrowser().at(other).signIn();
    browser.at(port).signIn();

    JsonNode items = sessions(browser);

    assertThat(items).hasSize(2);
    assertThat(items.findValuesAsString("current")).containsExactlyInAnyOrder("true", "false");
    assertThat(items.get(0).properties().stream().map(field -> field.getKey()))
        .containsExactlyInAnyOrder("id", "since", "lastSeen", "browser", "current");
    assertThat(items.get(0).get("browser").asString()).isEqualTo("Test browser");
  }

  @Test
  void endsASessionAtTheOtherGateway() throws Exception {
    TestBrowser elsewhere = new TestBrowser().at(other);
    elsewhere.signIn();
    browser.at(port).signIn();
    String id = idOf(sessions(browser), false);

    assertThat(browser.delete("/api/v1/me/sessions/" + id).statusCode()).isEqualTo(204);

    assertThat(elsewhere.status("/api/v1/portfolio")).isEqualTo(401);
    assertThat(browser.status("/api/v1/portfolio")).isEqualTo(200);
    assertThat(browser.delete("/api/v1/me/sessions/" + id).statusCode()).isEqualTo(404);
    assertThat(browser.delete("/api/v1/me/sessions/nonsense").statusCode()).isEqualTo(404);
  }

  @Test
  void endsAllSessionsEverywhereAtOnce() throws Exception {
    TestBrowser elsewhere = new TestBrowser().at(other);
    elsewhere.signIn();
    browser.at(port).signIn();

    assertThat(browser.delete("/api/v1/me/sessions").statusCode()).isEqualTo(204);

    assertThat(elsewhere.status("/api/v1/portfolio")).isEqualTo(401);
    assertThat(browser.status("/api/v1/portfolio")).isEqualTo(401);
  }

  @Test
  void endsTheOthersAndGoesOnHere() throws Exception {
    TestBrowser elsewhere = new TestBrowser().at(other);
    elsewhere.signIn();
    browser.at(port).signIn();

    assertThat(browser.delete("/api/v1/me/sessions?others=perhaps").statusCode()).isEqualTo(400);
    assertThat(browser.delete("/api/v1/me/sessions?others=true").statusCode()).isEqualTo(204);

    assertThat(elsewhere.status("/api/v1/portfolio")).isEqualTo(401);
    assertThat(browser.status("/api/v1/portfolio")).isEqualTo(200);
  }

  @Test
  void endsWhatTheProviderEnds() throws Exception {
    TestBrowser elsewhere = new TestBrowser().at(other);
    elsewhere.signIn();
    String ended = PROVIDER.lastSession();
    browser.at(port).signIn();

    assertThat(backChannel(PROVIDER.logoutToken(token -> token.claim("sid", ended))))
        .isEqualTo(200);
    assertThat(elsewhere.status("/api/v1/portfolio")).isEqualTo(401);
    assertThat(browser.status("/api/v1/portfolio")).isEqualTo(200);

    assertThat(backChannel(PROVIDER.logoutToken(token -> token.subject("ana")))).isEqualTo(200);
    assertThat(browser.status("/api/v1/portfolio")).isEqualTo(401);
  }

  @Test
  void endsNothingForATokenThatIsNoLogoutToken() throws Exception {
    browser.at(port).signIn();

    assertThat(backChannel(PROVIDER.idToken())).isEqualTo(400);
    assertThat(
            backChannel(PROVIDER.logoutToken(token -> token.subject("ana").audience("somebody"))))
        .isEqualTo(400);
    assertThat(backChannel("nonsense")).isEqualTo(400);

    assertThat(browser.status("/api/v1/portfolio")).isEqualTo(200);
  }

  @Test
  void endsASessionThatLastedTooLong() throws Exception {
    browser.at(port).signIn();

    GatewayDatabase.change("update gateway.session set expires_at = now()");

    assertThat(browser.status("/api/v1/portfolio")).isEqualTo(401);
  }

  private int backChannel(String token) throws Exception {
    try (HttpClient provider = HttpClient.newHttpClient()) {
      return provider
          .send(
              HttpRequest.newBuilder(
                      URI.create(
                          "http://localhost:" + port + "/logout/connect/back-channel/holdfast"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private int statusWith(String session) throws Exception {
    return new TestBrowser()
        .at(other)
        .get("/api/v1/portfolio", "*/*", "Cookie", "holdfast-session=" + session)
        .statusCode();
  }

  private static JsonNode sessions(TestBrowser browser) throws Exception {
    return JsonMapper.shared()
        .readTree(browser.get("/api/v1/me/sessions", "application/json").body())
        .get("items");
  }

  private static String idOf(JsonNode sessions, boolean current) {
    return sessions
        .valueStream()
        .filter(session -> session.get("current").asBoolean() == current)
        .findFirst()
        .orElseThrow()
        .get("id")
        .asString();
  }
}
