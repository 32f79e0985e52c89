package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class ConsoleTests {
  @Autowired WebTestClient client;
  @LocalServerPort int port;

  static Stream<String> addressesInThePages() throws Exception {
    Pattern address = Pattern.compile("\"(/(?:lib|console|docs)/[^\"]+[^/\"])\"");
    String pages = text("console/index.html") + text("documentation/index.html");
    return address.matcher(pages).results().map(found -> found.group(1)).distinct();
  }

  @ParameterizedTest
  @MethodSource("addressesInThePages")
  void servesWhatThePagesName(String address) {
    FluxExchangeResult<Void> file =
        client.get().uri(address).exchange().expectStatus().isOk().returnResult(Void.class);

    if (!address.startsWith("/docs/")) {
      assertThat(file.getResponseHeaders().get("Set-Cookie")).isNull();
    }
    String tag = file.getResponseHeaders().getETag();
    assertThat(tag).isNotNull();
    assertThat(file.getResponseHeaders().getCacheControl())
        .contains(address.startsWith("/lib/") ? "immutable" : "no-cache");
    if (address.matches(".*\\.m?js")) {
      assertThat(file.getResponseHeaders().getContentType().toString())
          .startsWith("text/javascript");
    }
    client.get().uri(address).header("If-None-Match", tag).exchange().expectStatus().isEqualTo(304);
  }

  @Test
  void putsTheHashOfTheImportMapIntoAStrictPolicy() throws Exception {
    String inline =
        Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL)
            .matcher(text("console/index.html"))
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));

    for (String path : new String[] {"/docs", "/livez", "/lib/lit/3.3.3/index.js"}) {
      client
          .get()
          .uri(path)
          .exchange()
          .expectHeader()
          .value(
              "Content-Security-Policy",
              policy ->
                  assertThat(policy)
                      .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'")
                      .contains("default-src 'none'", "frame-ancestors 'none'", "style-src 'self';")
                      .doesNotContain("unsafe"))
          .expectHeader()
          .valueEquals("X-Content-Type-Options", "nosniff")
          .expectHeader()
          .exists("Permissions-Policy");
    }
  }

  @Test
  void letsAPrintedDocumentHaveItsStylesAndNothingElse() {
    for (String document : new String[] {"data-sheet", "value-report"}) {
      client
          .get()
          .uri("/api/v1/accounts/acme/" + document)
          .exchange()
          .expectHeader()
          .valueEquals(
              "Content-Security-Policy",
              "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri"
                  + " 'none'; form-action 'none'");
    }
  }

  @Test
  void letsWhatIsNoPageHoldNothing() {
    for (String path : new String[] {"/api/v1/me", "/api/openapi", "/v1/batch"}) {
      client
          .get()
          .uri(path)
          .exchange()
          .expectHeader()
          .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
          .expectHeader()
          .valueEquals("X-Content-Type-Options", "nosniff")
          .expectHeader()
          .valueEquals("Cross-Origin-Resource-Policy", "same-origin")
          .expectHeader()
          .exists("Cache-Control");
    }
  }

  @Test
  void servesNothingElseOfTheJars() {
    for (String path :
        new String[] {
          "/lib/zrender/6.0.0/package.json", "/_static/lit/3.3.3/index.js",
              "/webjars/swagger-ui/5.30.3/x",
          "/console/nothing.js", "/lib/lit/", "/docs/frame.json.bak"
        }) {
      client
          .get()
          .uri(path)
          .accept(MediaType.ALL)
          .exchange()
          .expectStatus()
          .value(status -> assertThat(status).isIn(401, 404));
    }
  }

  @Test
  void compressesLargeFiles() throws Exception {
    String address = "http://localhost:" + port + "/lib/echarts/6.0.0/dist/echarts.esm.min.mjs";

    HttpResponse<byte[]> file =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address))
                    .header("Accept-Encoding", "gzip")
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());

    assertThat(file.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(file.body().length).isBetween(100_000, 500_000);
  }

  @Test
  void showsPagesOnlyToWhoIsSignedIn() {
    for (String page :
        new String[] {
          "/",
          "/portfolio",
          "/accounts/a1",
          "/revenue",
          "/alerts",
          "/models",
          "/models/enterprise-v1"
        }) {
      client
          .get()
          .uri(page)
          .accept(MediaType.TEXT_HTML)
          .exchange()
          .expectStatus()
          .isFound()
          .expectHeader()
          .valueEquals("Location", "/oauth2/authorization/holdfast");
    }
  }

  private static String text(String file) throws Exception {
    return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
  }
}
