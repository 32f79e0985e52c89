package io.holdfast.testing;

import io.holdfast.tenancy.access.Roles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks every reading route of a service's own description with a token that is limited to some
 * accounts, so that a new route cannot be forgotten.
 *
 * @param base address of the service
 */
public record RouteWalk(String base, String tenant) {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
  private static final String[] FORMS = {"application/json", "text/csv"};

  /**
   * What an answer told that it must not.
   *
   * @param route as described, with the form that was asked for
   */
  public record Leak(String route, String told) {}

  /** A token with every scope that may see these accounts only. */
  public String limitedTo(String... accounts) {
    return TestTokens.sign(
        TestTokens.claims(tenant, everyScope()).claim("accounts", List.of(accounts)).build());
  }

  /** A token with every scope. */
  public String unlimited() {
    return TestTokens.bearer(tenant, everyScope());
  }

  private static String[] everyScope() {
    return Roles.scopes().toArray(String[]::new);
  }

  /**
   * Asks all routes for what belongs to an account and looks for words in the answers.
   *
   * @param account stands for {@code {accountId}}; other variables are filled with unknown ids
   * @param words what must not be told: ids, names, figures of that account
   */
  public List<Leak> leaks(String token, String account, String... words) {
    List<Leak> leaks = new ArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (String route : routes(http)) {
        for (String form : FORMS) {
          String body = answer(http, token, form, filled(route, account));
          for (String word : words) {
            if (body.contains(word) && !body.contains("\"instance\"")) {
              leaks.add(new Leak(route + " as " + form, word));
            }
          }
        }
      }
    }
    return leaks;
  }

  private List<String> routes(HttpClient http) {
    List<String> routes = new ArrayList<>();
    JsonMapper.shared()
        .readTree(send(http, HttpRequest.newBuilder(URI.create(base + "/openapi.json"))).body())
        .path("paths")
        .properties()
        .forEach(
            path -> {
              if (path.getValue().has("get") && path.getKey().startsWith("/api/")) {
                routes.add(path.getKey());
              }
            });
    if (routes.isEmpty()) {
      throw new IllegalStateException("the service describes no route");
    }
    return routes;
  }

  private static String filled(String route, String account) {
    return VARIABLE
        .matcher(route.replace("{accountId}", account))
        .replaceAll(UUID.randomUUID().toString());
  }

  private String answer(HttpClient http, String token, String form, String path) {
    HttpResponse<String> answer =
        send(
            http,
            HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", form)
                .header("Authorization", "Bearer " + token));
    if (answer.statusCode() >= 500) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }
}
