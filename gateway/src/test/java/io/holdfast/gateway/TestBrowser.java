package io.holdfast.gateway;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Keeps cookies, follows nothing, and can be pointed at another gateway between two requests. */
final class TestBrowser {
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
  private int port;

  TestBrowser at(int gateway) {
    this.port = gateway;
    return this;
  }

  void signIn() throws Exception {
    String provider = location(get("/oauth2/authorization/holdfast", "text/html"));
    get(here(location(get(provider, "text/html"))), "text/html");
    get("/portfolio", "text/html");
  }

  HttpResponse<String> get(String address, String accept, String... headers) throws Exception {
    HttpRequest.Builder request = to(address).header("Accept", accept);
    return client.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  int status(String address) throws Exception {
    return get(address, "application/json").statusCode();
  }

  HttpResponse<String> send(
      String method, String path, String body, String type, String header, String value)
      throws Exception {
    return client.send(
        to(path)
            .header(header, value)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> delete(String path) throws Exception {
    return send("DELETE", path, "", "application/json", "X-XSRF-TOKEN", csrfToken());
  }

  CompletableFuture<HttpResponse<String>> later(String path) {
    return client.sendAsync(to(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  String csrfToken() {
    return cookie("XSRF-TOKEN").orElseThrow().getValue();
  }

  String session() {
    return cookie("holdfast-session").orElseThrow().getValue();
  }

  Optional<HttpCookie> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst();
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("no redirect: " + answer.statusCode());
  }

  /** The public address is another than the test's port. */
  static String here(String address) {
    return address.replaceFirst("^http://localhost:8080", "");
  }

  private HttpRequest.Builder to(String address) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port).resolve(address))
        .header("User-Agent", "Test browser")
        .timeout(Duration.ofSeconds(20));
  }
}
