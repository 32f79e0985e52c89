package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whom the tracking door lets in, and with what. */
@RealIngestion
class TrackingDoorIT {
  @LocalServerPort int port;
  private Client client;
  private String key;

  @BeforeEach
  void source() {
    client = new Client(port);
    key = client.source("segment", "").path("writeKey").asString();
  }

  @Test
  void takesGzipUnderAnyContentTypeAndTheKeyFromTheBody() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      String batch = batch("zip", "acme").replaceFirst("\\{", "{\"writeKey\":\"" + key + "\",");
      gzip.write(batch.getBytes(StandardCharsets.UTF_8));
    }
    client
        .http
        .post()
        .uri("/v1/import/")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .bodyValue(bytes.toByteArray())
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.success")
        .isEqualTo(true);
  }

  @Test
  void refusesWhatIsNotItsOwnWithoutEverBlamingItself() {
    client.track("/v1/batch", "wk_wrong", batch("x", "acme")).expectStatus().isUnauthorized();
    client.http.post().uri("/v1/track").bodyValue("{}").exchange().expectStatus().isUnauthorized();
    client.track("/v1/batch", key, "{\"batch\":[").expectStatus().isBadRequest();
    client.track("/v1/batch", key, "[]").expectStatus().isBadRequest();
    client
        .track("/v1/batch", key, "{\"batch\":\"" + "x".repeat(513_000) + "\"}")
        .expectStatus()
        .isEqualTo(413);
    client
        .track("/v1/batch", key, "{\"batch\":\"" + "x".repeat(2_000_000) + "\"}")
        .expectStatus()
        .isEqualTo(413);
    client.track("/v1/nothing", key, "{}").expectStatus().isNotFound();
    JsonNode answer =
        Client.read(
            client.track(
                "/v1/batch",
                key,
                """
                {"batch":[{"type":"track","messageId":"ok","userId":"u","event":"E"},
                          {"type":"track","messageId":"bad","userId":"u"},
                          {"type":"track","messageId":"late","userId":"u","event":"E","timestamp":"yesterday"},
                          7]}
                """));
    assertThat(answer.path("accepted").asInt()).isEqualTo(1);
    assertThat(answer.path("errors").values())
        .extracting(error -> error.path("code").asString())
        .containsExactly("missing_event", "invalid_time", "not_an_object");
  }

  @Test
  void onlyTheKeyOfASegmentSourceOpensThisDoor() {
    JsonNode source = client.source("json", "");
    client
        .track("/v1/batch", source.path("writeKey").asString(), batch("x", "acme"))
        .expectStatus()
        .isUnauthorized();
  }

  @Test
  void aRevokedKeyIsRefused() {
    JsonNode source = client.source("segment", "");
    client
        .http
        .delete()
        .uri("/api/v1/sources/" + source.path("sourceId").asString())
        .header(
            "Authorization",
            "Bearer " + io.holdfast.testing.TestTokens.bearer(client.tenant, "sources:write"))
        .exchange()
        .expectStatus()
        .isNoContent();
    client
        .track("/v1/batch", source.path("writeKey").asString(), batch("x", "acme"))
        .expectStatus()
        .isUnauthorized();
  }

  private static String batch(String messageId, String account) {
    return """
    {"batch":[{"type":"track","messageId":"%s","userId":"u1","event":"Report Exported"}],"context":{"groupId":"%s"}}
    """
        .formatted(messageId, account);
  }
}
