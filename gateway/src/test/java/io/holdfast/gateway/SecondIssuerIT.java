package io.holdfast.gateway;

import static io.holdfast.gateway.TestBrowser.here;
import static io.holdfast.gateway.TestBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that people and programs do at the door, with a provider that is not ours: configured,
 * not programmed for. It names its claims in its own way, gives tokens for 20 seconds, rotates
 * refresh tokens and takes a second use for theft.
 */
@GatewayTest
@EnabledIf(
    value = "io.holdfast.gateway.SecondIssuer#canRun",
    disabledReason = "There is no node or no npm here: the second issuer did not run.")
class SecondIssuerIT {
  private static final SecondIssuer ISSUER = SecondIssuer.start();
  private static final String API = "/api/v1/accounts";
  private static final Pattern FIELD = Pattern.compile("name=\"(xsrf|prompt)\" value=\"([^\"]*)\"");
  private static boolean serving;

  private final TestBrowser browser = new TestBrowser();
  @LocalServerPort int port;

  @DynamicPropertySource
  static void anotherIssuer(DynamicPropertyRegistry properties) {
    properties.add("holdfast.door.issuer", ISSUER::address);
    properties.add("holdfast.door.jwks", () -> ISSUER.address() + "/jwks");
    properties.add("holdfast.door.client-id", () -> "console");
    properties.add("holdfast.door.client-secret", () -> "console-secret");
    properties.add("holdfast.door.audience", () -> "our-api");
    properties.add("holdfast.door.scopes", () -> "openid,profile,email,accounts:read,health:read");
    properties.add("holdfast.claims.tenant", () -> "org.tenant");
    properties.add("holdfast.claims.roles", () -> "org.groups");
  }

  @BeforeEach
  void serve() {
    browser.at(port);
    if (!serving) {
      ISSUER.serve("http://localhost:" + port);
      serving = true;
    }
  }

  @AfterAll
  static void stop() {
    ISSUER.stop();
  }

  @Test
  void signsAPersonInAndTellsWhoTheyAre() throws Exception {
    signIn();

    JsonNode me = JsonMapper.shared().readTree(browser.get("/api/v1/me", "*/*").body());

    assertThat(me.get("tenant").asString()).isEqualTo("demo");
    assertThat(me.get("subject").asString()).isEqualTo("ana");
    assertThat(me.get("name").asString()).isEqualTo("Ana Rivera");
    assertThat(me.get("email").asString()).isEqualTo("ana@larkfield.example");
    assertThat(me.get("roles").valueStream().map(JsonNode::asString)).containsExactly("csm");
    assertThat(me.get("scopes").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("accounts:read", "health:read");
  }

  @Test
  void renewsRotatingTokensRequestAfterRequest() throws Exception {
    signIn();

    String first = relayed();
    String second = relayed();
    String third = relayed();

    assertThat(first).isNotEqualTo(second).isNotEqualTo(third);
    assertThat(second).isNotEqualTo(third);
  }

  @Test
  void servesAProgramWithItsOwnToken() throws Exception {
    HttpResponse<String> answer = browser.get(API, "*/*", "Authorization", "Bearer " + program());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("RateLimit-Policy").orElse(""))
        .contains("\"client\"", "\"tenant\"");
  }

  @Test
  void refusesAnIdTokenAsAnAccessToken() throws Exception {
    signIn();
    String out =
        location(
            browser.send(
                "POST",
                "/logout",
                "_csrf=" + browser.csrfToken(),
                "application/x-www-form-urlencoded",
                "X-Other",
                "x"));
    Matcher hint = Pattern.compile("id_token_hint=([^&]+)").matcher(out);
    assertThat(hint.find()).isTrue();

    assertThat(browser.get(API, "*/*", "Authorization", "Bearer " + hint.group(1)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void endsTheSessionWhenThePersonSignsOutAtTheProvider() throws Exception {
    signIn();
    assertThat(browser.status(API)).isEqualTo(200);

    HttpResponse<String> asked = browser.get(ISSUER.address() + "/session/end", "text/html");
    post(ISSUER.address() + "/session/end/confirm", "logout=yes&xsrf=" + field(asked, "xsrf"));

    Instant deadline = Instant.now().plusSeconds(20);
    while (browser.status(API) != 401) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(100);
    }
  }

  /** Through the provider's pages, as a person would go. */
  private void signIn() throws Exception {
    String next = location(browser.get("/oauth2/authorization/holdfast", "text/html"));
    for (int step = 0; !next.startsWith("http://localhost:8080/"); step++) {
      assertThat(step).isLessThan(10);
      HttpResponse<String> page = browser.get(next, "text/html");
      next =
          atTheProvider(
              page.statusCode() == 200
                  ? post(next, "login=ana&password=x&prompt=" + field(page, "prompt"))
                  : page);
    }
    browser.get(here(next), "text/html");
    browser.get("/portfolio", "text/html");
  }

  /** The provider's own pages are named without their host. */
  private static String atTheProvider(HttpResponse<String> answer) {
    return URI.create(ISSUER.address()).resolve(location(answer)).toString();
  }

  private String relayed() throws Exception {
    return JsonMapper.shared()
        .readTree(browser.get(API, "*/*").body())
        .get("headers")
        .get("Authorization")
        .asString();
  }

  private String program() throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString("partner:partner-secret".getBytes(StandardCharsets.US_ASCII));
    HttpResponse<String> answer =
        browser.send(
            "POST",
            ISSUER.address() + "/token",
            "grant_type=client_credentials&scope=accounts:read",
            "application/x-www-form-urlencoded",
            "Authorization",
            "Basic " + basic);
    return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
  }

  private HttpResponse<String> post(String address, String form) throws Exception {
    return browser.send("POST", address, form, "application/x-www-form-urlencoded", "X-Other", "x");
  }

  private static String field(HttpResponse<String> page, String name) {
    Matcher field = FIELD.matcher(page.body());
    while (field.find()) {
      if (field.group(1).equals(name)) {
        return field.group(2);
      }
    }
    throw new AssertionError("no field " + name + " in " + page.body());
  }
}
