package io.holdfast.gateway;

import static io.holdfast.gateway.Surroundings.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A service that takes its time, behind a gateway of little patience for all but uploads. */
@GatewayTest
class AnswerTimesTests {
  private static final Upstream SLOW = new Upstream("slow");
  private static final Duration LONG = Duration.ofSeconds(30);

  @LocalServerPort int port;
  @LocalManagementPort int management;

  @DynamicPropertySource
  static void littlePatience(DynamicPropertyRegistry properties) {
    properties.add("holdfast.answer-within.calls", () -> "200ms");
    properties.add("holdfast.services.ingestion", SLOW::url);
    properties.add("holdfast.services.scoring", SLOW::url);
  }

  @Test
  void aRequestThatIsNotAnsweredInTimeIsToldSoWhileAnUploadIsWaitedFor() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      CompletableFuture<HttpResponse<String>> upload =
          client.sendAsync(
              request("/api/v1/imports/held")
                  .POST(HttpRequest.BodyPublishers.ofString("account_id"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      await().atMost(LONG).until(() -> SLOW.seen().contains("POST /api/v1/imports/held"));

      HttpResponse<String> late =
          client.send(
              request("/api/v1/portfolio/slow").build(), HttpResponse.BodyHandlers.ofString());

      assertThat(late.statusCode()).isEqualTo(504);
      assertThat(JsonMapper.shared().readTree(late.body()).path("code").asString())
          .isEqualTo("timeout");
      assertThat(upload).isNotDone();
      await().atMost(LONG).until(() -> inFlight("scoring", "calls") == 0);
      assertThat(inFlight("ingestion", "uploads")).isEqualTo(1);
      SLOW.held.tryEmitEmpty();
      assertThat(upload.get().statusCode()).isEqualTo(200);
    }
  }

  private double inFlight(String service, String lane) {
    return Prometheus.value(
        management,
        "holdfast_gateway_in_flight",
        "service=\"" + service + "\"",
        "lane=\"" + lane + "\"");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .timeout(LONG)
        .header("Authorization", "Bearer " + PROVIDER.accessToken());
  }
}
