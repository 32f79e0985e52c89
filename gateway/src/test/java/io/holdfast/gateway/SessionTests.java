package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person's way through sign-in, with a client that keeps cookies and looks at every step. */
@GatewayTest
class SessionTests {
  private final TestBrowser browser = new TestBrowser();

  @LocalServerPort int port;

  @AfterEach
  void longLives() {
    PROVIDER.accessTokenLife = Duration.ofMinutes(5);
  }

  @Test
  void bringsAPersonBackToTheDeepLinkAfterSignIn() throws Exception {
    HttpResponse<String> opened = get("/accounts/a1?tab=health", "text/html");
    assertThat(opened.statusCode()).isEqualTo(302);
    assertThat(TestBrowser.location(opened)).isEqualTo("/oauth2/authorization/holdfast");

    HttpResponse<String> asked = get(TestBrowser.location(opened), "text/html");
    assertThat(TestBrowser.location(asked))
        .startsWith(PROVIDER.issuer() + "/authorize?")
        .contains("code_challenge_method=S256", "client_id=holdfast-console", "scope=openid");

    HttpResponse<String> back =
        get(
            TestBrowser.here(TestBrowser.location(get(TestBrowser.location(asked), "text/html"))),
            "text/html");
    assertThat(TestBrowser.location(back)).isEqualTo("/accounts/a1?tab=health");

    HttpResponse<String> page = get(TestBrowser.location(back), "text/html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("importmap");
    assertThat(browser.cookie("holdfast-session").orElseThrow().isHttpOnly()).isTrue();
    assertThat(browser.cookie("XSRF-TOKEN").orElseThrow().isHttpOnly()).isFalse();
  }

  @Test
  void showsAPersonTheConsoleWhereNothingIs() throws Exception {
    signIn();

    HttpResponse<String> page = get("/nothing", "text/html");
    HttpResponse<String> script = get("/nothing", "application/json");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("<holdfast-console>");
    assertThat(script.statusCode()).isEqualTo(404);
    assertThat(script.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(get("/api/nothing", "text/html").headers().firstValue("Content-Type"))
        .contains("application/problem+json");
  }

  @Test
  void tellsAPersonWhoTheyAre() throws Exception {
    signIn();

    assertThat(get("/api/v1/me", "application/json").body())
        .contains("\"tenant\":\"demo\"", "\"name\":\"Ana Rivera\"", "ana.rivera@larkfield.example");
  }

  @Test
  void relaysTheSessionsTokenAndKeepsTheCookieIn() throws Exception {
    signIn();

    HttpResponse<String> answer = get("/api/v1/portfolio", "application/json");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Bearer ey").doesNotContainIgnoringCase("cookie");
  }

  @Test
  void asksForTheCsrfTokenOnChanges() throws Exception {
    signIn();

    HttpResponse<String> without = post("/api/v1/facts", "{}", "X-Other", "x");
    HttpResponse<String> wrong = post("/api/v1/facts", "{}", "X-XSRF-TOKEN", "guessed");
    HttpResponse<String> right = post("/api/v1/facts", "{}", "X-XSRF-TOKEN", browser.csrfToken());

    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(without.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(without.body()).contains("\"csrf\"");
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(right.statusCode()).isEqualTo(200);
    assertThat(right.body()).contains("\"length\":2");
  }

  @Test
  void refusesAChangeWithoutSessionAsUnauthorized() throws Exception {
    assertThat(post("/api/v1/facts", "{}", "X-Other", "x").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer nonsense", "Basic d3JpdGVrZXk6", "Bearer", ""})
  void letsTheHeaderDecideAndNotTheCookie(String authorization) throws Exception {
    signIn();

    HttpResponse<String> answer =
        browser().get("/api/v1/portfolio", "*/*", "Authorization", authorization);

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void sendsNoSessionAlongToTracking() throws Exception {
    signIn();

    assertThat(get("/v1/batch", "application/json").body())
        .doesNotContainIgnoringCase("authorization")
        .doesNotContainIgnoringCase("cookie");
  }

  @Test
  void renewsAnExpiringTokenOnceForAllRequestsOfASession() throws Exception {
    PROVIDER.accessTokenLife = Duration.ofSeconds(20); // inside the time in which it is renewed
    signIn();
    PROVIDER.accessTokenLife = Duration.ofMinutes(5);
    int before = PROVIDER.refreshes.get();

    List<String> answers =
        IntStream.range(0, 12).mapToObj(_ -> browser().later("/api/v1/portfolio")).toList().stream()
            .map(answer -> answer.join())
            .map(answer -> answer.statusCode() == 200 ? "200" : answer.statusCode() + answer.body())
            .toList();

    assertThat(answers).containsOnly("200");
    assertThat(PROVIDER.refreshes.get() - before).isEqualTo(1);
  }

  @Test
  void endsTheSessionWhenTheProviderRenewsNoMore() throws Exception {
    PROVIDER.accessTokenLife = Duration.ofSeconds(20);
    signIn();
    PROVIDER.forgetRefreshTokens();

    assertThat(get("/api/v1/portfolio", "application/json").statusCode()).isEqualTo(401);
    assertThat(get("/portfolio", "text/html").statusCode()).isEqualTo(302);
  }

  @Test
  void signsOutHereAndAtTheProvider() throws Exception {
    signIn();

    HttpResponse<String> out =
        browser()
            .send(
                "POST",
                "/logout",
                "_csrf=" + browser.csrfToken(),
                "application/x-www-form-urlencoded",
                "X-Other",
                "x");

    assertThat(TestBrowser.location(out))
        .startsWith(PROVIDER.issuer() + "/end?")
        .contains("id_token_hint=", "post_logout_redirect_uri=http://localhost:8080/");
    assertThat(get("/api/v1/portfolio", "application/json").statusCode()).isEqualTo(401);
  }

  @Test
  void signsNobodyOutWithoutTheCsrfToken() throws Exception {
    signIn();

    assertThat(post("/logout", "", "X-Other", "x").statusCode()).isEqualTo(403);
    assertThat(get("/api/v1/portfolio", "application/json").statusCode()).isEqualTo(200);
  }

  @Test
  void tellsAPersonWhenSignInDidNotWork() throws Exception {
    HttpResponse<String> forged = get("/login/oauth2/code/holdfast?code=c&state=s", "text/html");

    assertThat(TestBrowser.location(forged)).isEqualTo("/docs/sign-in-failed.html");
    assertThat(get(TestBrowser.location(forged), "text/html").body())
        .contains("Sign-in did not work");
  }

  private void signIn() throws Exception {
    browser().signIn();
  }

  private HttpResponse<String> get(String address, String accept) throws Exception {
    return browser().get(address, accept);
  }

  private HttpResponse<String> post(String path, String body, String header, String value)
      throws Exception {
    return browser().send("POST", path, body, "application/json", header, value);
  }

  private TestBrowser browser() {
    return browser.at(port);
  }
}
