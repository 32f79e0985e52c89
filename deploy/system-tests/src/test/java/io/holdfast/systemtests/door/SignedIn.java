package io.holdfast.systemtests.door;

import io.holdfast.systemtests.LocalPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person who has signed in with the form of the provider, as a browser does it. */
final class SignedIn {
  private static final Pattern HIDDEN = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");

  private final URI gateway;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private SignedIn(URI gateway) {
    this.gateway = gateway;
  }

  static SignedIn as(String email, LocalPlatform platform) {
    SignedIn person = new SignedIn(platform.gateway());
    HttpResponse<String> form =
        person.send(
            HttpRequest.newBuilder(platform.gateway().resolve("/portfolio"))
                .header("Accept", "text/html"));
    Matcher hidden = HIDDEN.matcher(form.body());
    if (!hidden.find()) {
      throw new AssertionError(form.uri() + " shows no form to sign in\n" + form.body());
    }
    String fields =
        "username=%s&password=demo&_csrf=%s".formatted(encoded(email), encoded(hidden.group(2)));
    HttpResponse<String> page =
        person.send(
            HttpRequest.newBuilder(form.uri().resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(fields)));
    if (page.statusCode() != 200 || page.uri().getPort() != platform.gateway().getPort()) {
      throw new AssertionError("signing in ended at " + page.uri() + "\n" + page.body());
    }
    return person;
  }

  /** With the cookies as a browser sends them, and whatever more is given. */
  HttpResponse<String> call(String method, String path, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(path)).method(method, BodyPublishers.noBody());
    headers.forEach(request::header);
    return send(request);
  }

  String csrfToken() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
