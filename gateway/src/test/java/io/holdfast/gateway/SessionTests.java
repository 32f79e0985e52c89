package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person's way through sign-in, with a client that keeps cookies and looks at every step. */
@GatewayTest
class SessionTests {
  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();

  @LocalServerPort int port;

  @AfterEach
  void longLives() {
    PROVIDER.accessTokenLife = Duration.ofMinutes(5);
  }

  @Test
  void bringsAPersonBackToTheDeepLinkAfterSignIn() throws Exception {
    HttpResponse<String> opened = get("/accounts/a1?tab=health", "text/html");
    assertThat(opened.statusCode()).isEqualTo(302);
    assertThat(location(opened)).isEqualTo("/oauth2/authorization/holdfast");

    HttpResponse<String> asked = get(location(opened), "text/html");
    assertThat(location(asked))
        .startsWith(PROVIDER.issuer() + "/authorize?")
        .contains("code_challenge_method=S256", "client_id=holdfast-console", "scope=openid");

    HttpResponse<String> back = get(here(location(get(location(asked), "text/html"))), "text/html");
    assertThat(location(back)).isEqualTo("/accounts/a1?tab=health");

    HttpResponse<String> page = get(location(back), "text/html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("importmap");
    assertThat(cookie("holdfast-session").orElseThrow().isHttpOnly()).isTrue();
    assertThat(cookie("XSRF-TOKEN").orElseThrow().isHttpOnly()).isFalse();
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
    HttpResponse<String> right = post("/api/v1/facts", "{}", "X-XSRF-TOKEN", csrfToken());

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

  @Test
  void letsTheHeaderDecideAndNotTheCookie() throws Exception {
    signIn();

    HttpResponse<String> answer =
        browser.send(
            to("/api/v1/portfolio").header("Authorization", "Bearer nonsense").build(),
            HttpResponse.BodyHandlers.ofString());

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
        IntStream.range(0, 12)
            .mapToObj(
                _ ->
                    browser.sendAsync(
                        to("/api/v1/portfolio").build(), HttpResponse.BodyHandlers.ofString()))
            .toList()
            .stream()
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
        browser.send(
            to("/logout")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + csrfToken()))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(location(out))
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

    assertThat(location(forged)).isEqualTo("/docs/sign-in-failed.html");
    assertThat(get(location(forged), "text/html").body()).contains("Sign-in did not work");
  }

  private void signIn() throws Exception {
    String provider = location(get("/oauth2/authorization/holdfast", "text/html"));
    get(here(location(get(provider, "text/html"))), "text/html");
    get("/portfolio", "text/html");
  }

  private String csrfToken() {
    return cookie("XSRF-TOKEN").orElseThrow().getValue();
  }

  private Optional<HttpCookie> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst();
  }

  private HttpResponse<String> get(String address, String accept) throws Exception {
    return browser.send(
        to(address).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body, String header, String value)
      throws Exception {
    return browser.send(
        to(path)
            .header(header, value)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder to(String address) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port).resolve(address))
        .timeout(Duration.ofSeconds(20));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("no redirect: " + answer.statusCode());
  }

  /** The public address is another than the test's port. */
  private static String here(String address) {
    return address.replaceFirst("^http://localhost:8080", "");
  }
}
