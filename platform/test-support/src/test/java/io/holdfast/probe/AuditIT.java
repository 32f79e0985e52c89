package io.holdfast.probe;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.RealParts;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service tells of those who use it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("probe")
class AuditIT {
  @LocalServerPort int port;

  private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
  private WebTestClient http;

  @BeforeEach
  void connect() {
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(Duration.ofSeconds(20))
            .build();
  }

  @Test
  void tellsWhatSomebodyWasRefusedAndNothingOfWhatTheyRead() {
    post(token("accounts:read")).expectStatus().isForbidden();
    http.get()
        .uri("/api/notes")
        .header("Authorization", "Bearer " + token("accounts:read"))
        .exchange()
        .expectStatus()
        .isOk();
    post(token("health:read")).expectStatus().isForbidden();

    List<JsonNode> told = told(2);

    assertThat(told).extracting(entry -> entry.path("outcome").asString()).containsOnly("refused");
    assertThat(told.getFirst().path("actor").asString()).isEqualTo("ana@acme.example");
    assertThat(told.getFirst().path("client").asString()).isEqualTo("console");
    assertThat(told.getFirst().path("action").asString()).isEqualTo("POST /api/notes");
    assertThat(told.getFirst().path("code").asString()).isEqualTo("missing_scope");
  }

  @Test
  void tellsOfAChangeWhatWasDoneAndByWhom() {
    post(token("accounts:write")).expectStatus().isOk();

    JsonNode entry = told(1).getFirst();

    assertThat(entry.path("outcome").asString()).isEqualTo("changed");
    assertThat(entry.path("action").asString()).isEqualTo("POST /api/notes");
    assertThat(entry.path("objectType").asString()).isEqualTo("notes");
    assertThat(entry.path("actor").asString()).isEqualTo("ana@acme.example");
    assertThat(entry.path("service").asString()).isEqualTo("probe");
    assertThat(entry.path("status").asInt()).isEqualTo(200);
  }

  @Test
  void tellsNothingOfAChangeThatWasTakenBack() {
    String token = token("accounts:write");
    http.post()
        .uri("/api/notes")
        .header("Authorization", "Bearer " + token)
        .bodyValue(Map.of("text", tooLongForItsIndex()))
        .exchange()
        .expectStatus()
        .is5xxServerError();
    post(token).expectStatus().isOk();

    assertThat(told(1)).hasSize(1);
  }

  @Test
  void tellsOfAChangeOfSeveralTransactionsThatForgotToTell() {
    forgetful("wrong").expectStatus().isEqualTo(422);
    forgetful("again").expectStatus().isOk();
    forgetful("note-1").expectStatus().isOk();

    JsonNode entry = told(1).getFirst();

    assertThat(entry.path("outcome").asString()).isEqualTo("changed");
    assertThat(entry.path("action").asString()).isEqualTo("POST /api/notes/{id}/forgetful");
    assertThat(entry.path("objectId").asString()).isEqualTo("note-1");
    assertThat(told(1)).hasSize(1);
  }

  private ResponseSpec forgetful(String id) {
    return http.post()
        .uri("/api/notes/" + id + "/forgetful")
        .header("Authorization", "Bearer " + token("accounts:write"))
        .exchange();
  }

  @Test
  void tellsNothingOfThoseItDoesNotKnow() {
    http.post().uri("/api/notes").bodyValue(Map.of()).exchange().expectStatus().isUnauthorized();
    post(token("accounts:read")).expectStatus().isForbidden();

    assertThat(told(1)).hasSize(1);
  }

  private static String tooLongForItsIndex() {
    return new Random(7)
        .ints(3_000, 0x4E00, 0x9FA5)
        .mapToObj(Character::toString)
        .collect(joining());
  }

  private String token(String... scopes) {
    return TestTokens.sign(
        TestTokens.claims(tenant, scopes)
            .claim("email", "ana@acme.example")
            .claim("client_id", "console")
            .build());
  }

  private ResponseSpec post(String token) {
    return http.post()
        .uri("/api/notes")
        .header("Authorization", "Bearer " + token)
        .bodyValue(Map.of("text", "hello"))
        .exchange();
  }

  private List<JsonNode> told(int count) {
    return TestKafka.received("holdfast.audit", count, message -> message.tenant().equals(tenant))
        .stream()
        .peek(message -> Contracts.check(message.type(), message.json()))
        .map(message -> JsonMapper.shared().readTree(message.json()))
        .toList();
  }
}
