package io.holdfast.local.access;

import io.holdfast.local.Refusal;
import io.holdfast.local.state.KeptValues;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Keys with which a tenant's product may send events; the platform shows one only once. */
public final class WriteKeys {

  private static final String SOURCE =
      """
      {"kind": "segment", "name": "deploy/local"}\
      """;

  private final URI gateway;
  private final KeptValues kept;

  public WriteKeys(URI gateway, KeptValues kept) {
    this.gateway = gateway;
    this.kept = kept;
  }

  public String of(String tenant, Supplier<String> token) {
    return kept.computeIfAbsent("writekey." + tenant, () -> create(token.get()));
  }

  private String create(String token) {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/api/v1/sources"))
            .timeout(Duration.ofSeconds(15))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(SOURCE))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new Refusal(
            "The platform makes no source: it answers %d %s."
                .formatted(response.statusCode(), response.body()));
      }
      return JsonMapper.shared().readTree(response.body()).path("writeKey").asString();
    } catch (IOException e) {
      throw new Refusal("The gateway does not answer; deploy/local/status tells why.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted.", e);
    }
  }
}
