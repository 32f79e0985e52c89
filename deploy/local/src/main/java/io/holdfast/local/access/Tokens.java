package io.holdfast.local.access;

import io.holdfast.local.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens from the local provider, for programs. */
public final class Tokens {

  private final URI provider;
  private final String secret;

  public Tokens(int providerPort, String secret) {
    this.provider = URI.create("http://127.0.0.1:" + providerPort);
    this.secret = secret;
  }

  /**
   * @param scope blank-separated; empty for all the client has
   */
  public String fetch(String tenant, Role role, String scope) {
    String client = Tenant.client(tenant, role);
    String form =
        "grant_type=client_credentials"
            + (scope.isBlank() ? "" : "&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8));
    String credentials =
        Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(provider.resolve("/oauth2/token"))
            .timeout(Duration.ofSeconds(10))
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode answer = JsonMapper.shared().readTree(response.body());
      if (response.statusCode() == 200) {
        return answer.path("access_token").asString();
      }
      String error = answer.path("error").asString("");
      throw new Refusal(
          error.equals("invalid_scope")
              ? "The client '%s' does not have the scope '%s'.".formatted(client, scope)
              : "The provider gives no token to '%s': %s.".formatted(client, response.body()));
    } catch (IOException e) {
      throw new Refusal("The provider does not answer; deploy/local/status tells why.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted.", e);
    }
  }
}
