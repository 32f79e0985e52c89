package io.holdfast.local.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.holdfast.local.Refusal;
import io.holdfast.local.access.Role;
import io.holdfast.local.access.Tenant;
import io.holdfast.local.access.Tokens;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProviderIT {

  private static final String CONSOLE = "http://localhost:8080";
  private static final String SECRET = "programs";

  @TempDir static Path folder;
  private static ConfigurableApplicationContext provider;
  private static int port;

  @BeforeAll
  static void start() {
    provider = run(0);
    port = port(provider);
  }

  @AfterAll
  static void stop() {
    provider.close();
  }

  @Test
  void aProgramsTokenNamesTenantRolesAndScopes() throws Exception {
    JWTClaimsSet claims = claims(tokens().fetch(Tenant.DEMO, Role.CSM, ""));

    assertThat(claims.getAudience()).containsExactly("holdfast");
    assertThat(claims.getSubject()).isEqualTo("demo-csm");
    assertThat(claims.getStringClaim("tenant")).isEqualTo("demo");
    assertThat(claims.getStringListClaim("roles")).containsExactly("csm");
    assertThat(claims.getStringClaim("scope").split(" "))
        .containsExactlyInAnyOrderElementsOf(Role.CSM.scopes());
  }

  @Test
  void aTokenCanBeNarrowed() throws Exception {
    JWTClaimsSet claims =
        claims(tokens().fetch(Tenant.OTHER, Role.ADMIN, "health:read accounts:read"));

    assertThat(claims.getStringClaim("scope")).isEqualTo("accounts:read health:read");
    assertThat(claims.getStringClaim("tenant")).isEqualTo("other");
  }

  @Test
  void aTokenCannotBeWidened() {
    assertThatThrownBy(() -> tokens().fetch(Tenant.DEMO, Role.PARTNER, "platform:admin"))
        .isInstanceOf(Refusal.class)
        .hasMessage("The client 'demo-partner' does not have the scope 'platform:admin'.");
  }

  @Test
  void tokensOutliveARestart() throws Exception {
    String token = tokens().fetch(Tenant.DEMO, Role.ADMIN, "");

    try (ConfigurableApplicationContext again = run(0)) {
      JWKSet keys =
          JWKSet.load(URI.create("http://127.0.0.1:" + port(again) + "/oauth2/jwks").toURL());
      SignedJWT signed = SignedJWT.parse(token);
      var key = keys.getKeyByKeyId(signed.getHeader().getKeyID()).toRSAKey();
      assertThat(signed.verify(new RSASSAVerifier(key))).isTrue();
    }
  }

  @Test
  void aPersonSignsInToTheConsoleByCodeAndProofKey() throws Exception {
    HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    String verifier = "a-verifier-of-at-least-forty-three-characters-in-length";
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    String authorize =
        at("/oauth2/authorize?")
            + form(
                "response_type", "code",
                "client_id", "holdfast-console",
                "redirect_uri", CONSOLE + "/login/oauth2/code/holdfast",
                "scope", "openid profile email",
                "state", "s",
                "code_challenge", challenge,
                "code_challenge_method", "S256");
    HttpResponse<String> page =
        browser.send(
            HttpRequest.newBuilder(URI.create(authorize)).header("Accept", "text/html").build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(page.body()).contains("Sign in", "ana.rivera@larkfield.example");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();

    HttpClient strict =
        HttpClient.newBuilder().cookieHandler(browser.cookieHandler().orElseThrow()).build();
    strict.send(
        post(
            "/sign-in",
            form(
                "_csrf", found("name=\"_csrf\" value=\"([^\"]+)\"", page.body()),
                "username", "ana.rivera@larkfield.example",
                "password", "demo")),
        HttpResponse.BodyHandlers.discarding());
    HttpResponse<Void> back =
        strict.send(
            HttpRequest.newBuilder(URI.create(authorize)).header("Accept", "text/html").build(),
            HttpResponse.BodyHandlers.discarding());
    String location = back.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(CONSOLE + "/login/oauth2/code/holdfast?code=");

    JsonNode tokens =
        token(
            "grant_type",
            "authorization_code",
            "code",
            found("code=([^&]+)", location),
            "redirect_uri",
            CONSOLE + "/login/oauth2/code/holdfast",
            "code_verifier",
            verifier);
    JWTClaimsSet access = claims(tokens.path("access_token").asString());
    assertThat(access.getSubject()).isEqualTo("ana.rivera@larkfield.example");
    assertThat(access.getStringClaim("tenant")).isEqualTo("demo");
    assertThat(access.getStringClaim("scope").split(" ")).contains("health:read");
    JWTClaimsSet identity = claims(tokens.path("id_token").asString());
    assertThat(identity.getStringClaim("name")).isEqualTo("Ana Rivera");
    assertThat(identity.getAudience()).containsExactly("holdfast-console");

    JsonNode refreshed =
        token(
            "grant_type",
            "refresh_token",
            "refresh_token",
            tokens.path("refresh_token").asString());
    assertThat(claims(refreshed.path("access_token").asString()).getStringClaim("tenant"))
        .isEqualTo("demo");
  }

  @Test
  void describesItself() throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(at("/.well-known/openid-configuration"))).build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(JsonMapper.shared().readTree(response.body()).path("issuer").asString())
        .isEqualTo("http://localhost:9000");
  }

  private static ConfigurableApplicationContext run(int port) {
    SpringApplication application = new SpringApplication(Provider.class);
    application.setDefaultProperties(
        Map.of(
            "server.port",
            port,
            "provider.issuer",
            "http://localhost:9000",
            "provider.console",
            CONSOLE,
            "provider.keys",
            folder.resolve("keys.json").toString(),
            "provider.client-secret",
            SECRET,
            "provider.console-secret",
            "console"));
    return application.run();
  }

  private static int port(ConfigurableApplicationContext context) {
    return ((WebServerApplicationContext) context).getWebServer().getPort();
  }

  private static Tokens tokens() {
    return new Tokens(port, SECRET);
  }

  private static JWTClaimsSet claims(String token) throws Exception {
    return SignedJWT.parse(token).getJWTClaimsSet();
  }

  private static JsonNode token(String... form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(post("/oauth2/token", form(form)), (_, _) -> true)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(
                            "holdfast-console:console".getBytes(StandardCharsets.UTF_8)))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }

  private static HttpRequest post(String path, String form) {
    return HttpRequest.newBuilder(URI.create(at(path)))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "text/html")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private static String form(String... pairs) {
    return String.join(
        "&",
        IntStream.range(0, pairs.length / 2)
            .mapToObj(
                i ->
                    pairs[2 * i]
                        + "="
                        + URLEncoder.encode(pairs[2 * i + 1], StandardCharsets.UTF_8))
            .toList());
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }

  private static String at(String path) {
    return "http://localhost:" + port + path;
  }
}
