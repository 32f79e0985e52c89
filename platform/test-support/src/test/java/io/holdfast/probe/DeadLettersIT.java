package io.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.RealParts;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestTokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("probe")
class DeadLettersIT {
  private static final String LETTERS = "/api/v1/dead-letters/probe";
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @LocalServerPort int port;
  @LocalManagementPort int managementPort;
  @Autowired ProbeService.Cures cures;

  private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
  private final String poison = "poison " + tenant;
  private WebTestClient http;

  @BeforeEach
  void connect() {
    http =
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + port)
            .responseTimeout(LONGEST)
            .build();
  }

  @Test
  void aLetterIsFoundByWhatItIsAbout() {
    letter("acme", poison);

    assertThat(found("?consumer=facts&type=probe.note.v1&subject=acme&state=waiting")).hasSize(1);
    assertThat(found("?q=CANNOT be written")).hasSize(1);
    assertThat(found("?q=%25")).as("a percent sign is no wildcard").isEmpty();
    assertThat(found("?consumer=other")).isEmpty();
    assertThat(found("?to=2001-01-01T00:00:00Z")).isEmpty();
    assertThat(found("?from=2001-01-01T00:00:00Z")).hasSize(1);
    assertThat(found("?state=replayed")).isEmpty();
  }

  @Test
  void aFilterThatCannotBeReadIsRefused() {
    for (String query : List.of("state=gone", "from=monday", "to=1", "q=%00", "sort=error")) {
      call("GET", LETTERS + "?" + query, reader()).expectStatus().isBadRequest();
    }
  }

  @Test
  void pagesHoldEachLetterOnce() {
    IntStream.range(0, 5).forEach(i -> send("acme", poison + i));
    await().atMost(LONGEST).untilAsserted(() -> assertThat(found("")).hasSize(5));

    JsonNode first = json(call("GET", LETTERS + "?limit=3&sort=failedAt", reader()));
    JsonNode second =
        json(
            call(
                "GET",
                LETTERS + "?limit=3&sort=failedAt&cursor=" + first.path("next").asString(),
                reader()));

    assertThat(Stream.concat(first.path("items").valueStream(), second.path("items").valueStream()))
        .extracting(item -> item.path("id").asString())
        .doesNotHaveDuplicates()
        .hasSize(5);
  }

  @Test
  void aBodyIsShownToThoseWhoMaySeePersonalDataOnly() {
    String id = letter("acme", poison);

    JsonNode withheld = json(call("GET", LETTERS + "/" + id, reader()));
    JsonNode shown = json(call("GET", LETTERS + "/" + id, bearer("pipeline:read personal:read")));

    assertThat(withheld.path("bodyIs").asString()).isEqualTo("withheld");
    assertThat(withheld.toString()).doesNotContain(poison);
    assertThat(withheld.path("headers").path("ce_type").asString()).isEqualTo("probe.note.v1");
    assertThat(shown.path("body").path("text").asString()).isEqualTo(poison);
    assertThat(shown.path("topic").asString()).isEqualTo("holdfast.facts");
    assertThat(shown.path("offset").isIntegralNumber()).isTrue();
  }

  @Test
  void aReplayHasTheEffectOnceHoweverManyAskForIt() throws Exception {
    String id = letter("acme", poison);
    cures.texts().add(poison);

    Callable<Integer> replay =
        () ->
            call("POST", LETTERS + "/" + id + "/replay", writer())
                .returnResult(Void.class)
                .getStatus()
                .value();
    List<Integer> answers;
    try (var threads = Executors.newFixedThreadPool(4)) {
      answers =
          threads.invokeAll(List.of(replay, replay, replay, replay)).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
    assertThat(notes()).containsExactly(poison);
    assertThat(found("?state=replayed")).hasSize(1);
  }

  @Test
  void aLetterThatFailsAgainStaysWithItsNewError() {
    String id = letter("acme", poison);

    JsonNode problem =
        json(call("POST", LETTERS + "/" + id + "/replay", writer()).expectStatus().isEqualTo(422));

    assertThat(problem.path("code").asString()).isEqualTo("replay_failed");
    assertThat(problem.path("detail").asString()).contains("this note cannot be written");
    assertThat(found("?state=waiting").getFirst().path("attempts").asInt()).isEqualTo(2);
    assertThat(notes()).isEmpty();
  }

  @Test
  void manyAreReplayedPastThoseThatFail() {
    List<String> texts = IntStream.range(0, 6).mapToObj(i -> poison + i).toList();
    texts.forEach(text -> send("acme", text));
    await().atMost(LONGEST).untilAsserted(() -> assertThat(found("")).hasSize(6));
    texts.subList(1, 6).forEach(cures.texts()::add);

    JsonNode report = json(call("POST", LETTERS + "/replay?consumer=facts", writer()));

    assertThat(report.path("replayed").asInt()).isEqualTo(5);
    assertThat(report.path("failed").asInt()).isEqualTo(1);
    assertThat(report.path("remaining").asInt()).isZero();
    assertThat(notes()).containsExactlyElementsOf(texts.subList(1, 6));
    assertThat(found("?state=waiting")).hasSize(1);
    assertThat(audited("POST " + LETTERS + "/{id}/replay", 5))
        .containsExactlyInAnyOrderElementsOf(
            found("?state=replayed").stream().map(letter -> letter.path("id").asString()).toList());
  }

  @Test
  void whoDiscardsReplaysAndOpensALetterStandsInTheAuditLog() {
    String discarded = letter("acme", poison);
    String replayed = letter("globex", poison + " too");
    cures.texts().add(poison + " too");

    call("POST", LETTERS + "/" + discarded + "/discard", writer(), "{\"reason\":\"a test\"}")
        .expectStatus()
        .isOk();
    call("POST", LETTERS + "/" + replayed + "/replay", writer()).expectStatus().isOk();
    call("GET", LETTERS + "/" + replayed, bearer("pipeline:read personal:read"))
        .expectStatus()
        .isOk();

    assertThat(audited("POST " + LETTERS + "/{id}/discard", 1)).containsExactly(discarded);
    assertThat(audited("POST " + LETTERS + "/{id}/replay", 1)).containsExactly(replayed);
    assertThat(audited("GET " + LETTERS + "/{id}", 1)).containsExactly(replayed);
  }

  /** Ids of the letters of which the audit log is told that this was done. */
  private List<String> audited(String action, int count) {
    return TestKafka.received(
            "holdfast.audit",
            count,
            message ->
                message.tenant().equals(tenant)
                    && action.equals(
                        JsonMapper.shared().readTree(message.json()).path("action").asString()))
        .stream()
        .map(message -> JsonMapper.shared().readTree(message.json()).path("objectId").asString())
        .toList();
  }

  @Test
  void aDiscardedLetterIsKeptWithItsReasonAndHasNoEffect() {
    String id = letter("acme", poison);
    cures.texts().add(poison);

    call("POST", LETTERS + "/" + id + "/discard", writer(), "{}").expectStatus().isEqualTo(422);
    call("POST", LETTERS + "/" + id + "/discard", writer(), "{\"reason\":\"a test message\"}")
        .expectStatus()
        .isOk();

    call("POST", LETTERS + "/" + id + "/replay", writer()).expectStatus().isEqualTo(409);
    assertThat(json(call("POST", LETTERS + "/replay", writer())).path("letters")).isEmpty();
    assertThat(found("?state=discarded").getFirst().path("reason").asString())
        .isEqualTo("a test message");
    assertThat(notes()).isEmpty();
  }

  @Test
  void whoMaySeeSomeAccountsMeetsLettersAboutTheseOnly() {
    String theirs = letter("acme", poison);
    String others = letter("globex", poison + " too");
    cures.texts().addAll(List.of(poison, poison + " too"));
    String partner =
        TestTokens.sign(
            TestTokens.claims(tenant, "pipeline:read", "pipeline:write")
                .claim("accounts", List.of("acme"))
                .build());

    assertThat(json(call("GET", LETTERS, partner)).path("items"))
        .extracting(item -> item.path("id").asString())
        .containsExactly(theirs);
    call("GET", LETTERS + "/" + others, partner).expectStatus().isNotFound();
    call("POST", LETTERS + "/" + others + "/replay", partner).expectStatus().isNotFound();
    call("POST", LETTERS + "/replay", partner).expectStatus().isOk();
    assertThat(notes()).containsExactly(poison);
  }

  @Test
  void anotherTenantAnotherServiceAndTooFewScopesAreRefused() {
    String id = letter("acme", poison);
    String stranger = TestTokens.bearer("x" + tenant, "pipeline:read", "pipeline:write");

    call("GET", LETTERS + "/" + id, stranger).expectStatus().isNotFound();
    call("POST", LETTERS + "/" + id + "/replay", stranger).expectStatus().isNotFound();
    call("GET", "/api/v1/dead-letters/scoring", reader()).expectStatus().isNotFound();
    call("GET", LETTERS, bearer("accounts:read")).expectStatus().isForbidden();
    call("POST", LETTERS + "/" + id + "/replay", reader()).expectStatus().isForbidden();
  }

  @Test
  void whatNamesNoTenantIsNobodysAndStandsOnTheManagementPort() {
    TestKafka.send("holdfast.facts", tenant, Map.of("ce_tenant", "unattributed"), tenant);

    WebTestClient management =
        WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + managementPort).build();
    await()
        .atMost(LONGEST)
        .untilAsserted(
            () ->
                assertThat(
                        json(management.get().uri("/actuator/unattributed").exchange())
                            .path("count")
                            .asInt())
                    .isPositive());
    call("GET", LETTERS, TestTokens.bearer("unattributed", "pipeline:read"))
        .expectStatus()
        .isUnauthorized();
  }

  private String letter(String account, String text) {
    send(account, text);
    return await()
        .atMost(LONGEST)
        .until(
            () -> found("?subject=" + account).stream().map(i -> i.path("id").asString()).toList(),
            ids -> !ids.isEmpty())
        .getFirst();
  }

  private void send(String account, String text) {
    TestKafka.send(
        "holdfast.facts",
        tenant,
        TestKafka.headers(tenant, account, "probe.note.v1", Instant.now()),
        "{\"text\":\"" + text + "\"}");
  }

  private List<JsonNode> found(String query) {
    return json(call("GET", LETTERS + query, reader()).expectStatus().isOk())
        .path("items")
        .valueStream()
        .toList();
  }

  private List<String> notes() {
    return json(call("GET", "/api/notes?limit=200", bearer("accounts:read")))
        .path("items")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private String reader() {
    return bearer("pipeline:read");
  }

  private String writer() {
    return bearer("pipeline:write");
  }

  private String bearer(String scopes) {
    return TestTokens.bearer(tenant, scopes.split(" "));
  }

  private ResponseSpec call(String method, String path, String token) {
    return call(method, path, token, "");
  }

  private ResponseSpec call(String method, String path, String token, String body) {
    var request =
        http.method(HttpMethod.valueOf(method))
            .uri(URI.create("http://127.0.0.1:" + port + path.replace(" ", "%20")))
            .header("Authorization", "Bearer " + token);
    return body.isEmpty()
        ? request.exchange()
        : request.header("Content-Type", "application/json").bodyValue(body).exchange();
  }

  private static JsonNode json(ResponseSpec answer) {
    return JsonMapper.shared()
        .readTree(answer.expectBody(String.class).returnResult().getResponseBody());
  }
}
