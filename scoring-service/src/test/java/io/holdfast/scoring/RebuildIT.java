package io.holdfast.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.ArchiveFixture;
import io.holdfast.testing.Contracts;
import io.holdfast.testing.MovableClock;
import io.holdfast.testing.RealParts;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import io.holdfast.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Pictures made anew are the pictures there were; the test tells the archive as ingestion does. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("scoring")
class RebuildIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int PEOPLE = 12;
  private static final int DAYS = 57;

  @Autowired MovableClock clock;
  @LocalServerPort int port;

  private final String tenant = "r" + UUID.randomUUID().toString().substring(0, 8);
  private final String account = "acct-" + tenant;
  private final IngestionFixture ingestion = new IngestionFixture(tenant, account);

  @BeforeEach
  void giveThePictureSomeHistory() {
    clock.set(LocalDate.now(ZoneOffset.UTC).atTime(12, 0).toInstant(ZoneOffset.UTC));
    ingestion.named(account, "Acme");
    ingestion.usedBy(PEOPLE, clock.instant().minus(Duration.ofDays(DAYS - 1)), DAYS);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(count("use_of_product")).isEqualTo(PEOPLE * DAYS);
              assertThat(count("deferral")).isZero();
              assertThat(count("standing")).isOne();
            });
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void scoresAreTheSameAndNothingOfThePastIsAnnounced() throws SQLException {
    JsonNode before = health();
    String decided = decided();
    List<Received> announced = announced();

    int generation = rebuild();
    assertThat(count("use_of_product")).isZero();
    List<Received> archive = archive(PEOPLE * DAYS);
    ArchiveFixture fed = archiveFor("scoring", generation);
    fed.tell(archive);
    fed.tell(archive.subList(0, 100)); // twice, counted once
    assertThat(progress().path("state").asString()).isEqualTo("rebuilding");
    assertThat(decided()).isEqualTo(decided);
    fed.end(archive.size());
    finished(archive.size());

    assertThat(health()).isEqualTo(before);
    assertThat(count("use_of_product")).isEqualTo(PEOPLE * DAYS);
    await().atMost(SOON).untilAsserted(() -> assertThat(count("deferral")).isZero());
    assertThat(transitions()).isEqualTo(1);
    assertThat(announced()).isEqualTo(announced);
    assertThat(health()).isEqualTo(before);
  }

  @Test
  void peopleWithSeveralNamesCountOnceAndDoSoInPicturesMadeAnew() {
    assertThat(weeklyActiveUsers()).isEqualTo(PEOPLE);

    ingestion.merged("person-1", "person-2");
    ingestion.merged("person-2", "person-3");
    ingestion.merged("person-3", "person-1");
    ingestion.merged("person-1", "person-2");
    await().atMost(SOON).untilAsserted(() -> assertThat(weeklyActiveUsers()).isEqualTo(PEOPLE - 2));
    await().atMost(SOON).untilAsserted(() -> assertThat(count("deferral")).isZero());
    JsonNode before = health();
    List<Received> announced = announced();

    int generation = rebuild();
    assertThat(count("same_person") + count("person_seen")).isZero();
    List<Received> archive = archive(PEOPLE * DAYS);
    ArchiveFixture fed = archiveFor("scoring", generation);
    fed.tell(archive.reversed());
    fed.end(archive.size());
    finished(archive.size());

    assertThat(weeklyActiveUsers()).isEqualTo(PEOPLE - 2);
    await().atMost(SOON).untilAsserted(() -> assertThat(count("deferral")).isZero());
    assertThat(health()).isEqualTo(before);
    assertThat(announced()).isEqualTo(announced);
  }

  @Test
  void anOverrideIsThereAfterwardsThoughNoArchiveTellsOfIt() {
    WebTestClient.bindToServer()
        .baseUrl("http://localhost:" + port)
        .build()
        .put()
        .uri("/api/v1/accounts/" + account + "/health/override")
        .header("Authorization", "Bearer " + TestTokens.bearer(tenant, "health:write"))
        .bodyValue(
            Map.of(
                "score",
                41.5,
                "reason",
                "Sponsor left",
                "expiresOn",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(9).toString()))
        .exchange()
        .expectStatus()
        .isOk();
    JsonNode before = health();

    List<Received> archive = archive(PEOPLE * DAYS);
    ArchiveFixture fed = archiveFor("scoring", rebuild());
    fed.tell(archive);
    fed.end(archive.size());
    finished(archive.size());

    await().atMost(SOON).untilAsserted(() -> assertThat(count("deferral")).isZero());
    assertThat(health().path("score").decimalValue()).isEqualByComparingTo("41.5");
    assertThat(health().path("override")).isEqualTo(before.path("override"));
    assertThat(health().path("axes")).isEqualTo(before.path("axes"));
  }

  @Test
  void aMessageThatComesLiveInTheMiddleCountsOnce() {
    int generation = rebuild();
    List<Received> archive = archive(PEOPLE * DAYS);
    ArchiveFixture fed = archiveFor("scoring", generation);
    fed.tell(archive.subList(0, archive.size() / 2));
    ingestion.usedBy(PEOPLE + 5, clock.instant().minusSeconds(60), 1);
    List<Received> all = archive(PEOPLE * DAYS + PEOPLE + 5);
    fed.tell(all); // those that came live are in the archive, too
    fed.end(all.size());
    finished(all.size());

    assertThat(count("use_of_product")).isEqualTo(PEOPLE * DAYS + PEOPLE + 5);
    await().atMost(SOON).untilAsserted(() -> assertThat(count("deferral")).isZero());
    JsonNode once = health();
    assertThat(once.toString()).contains("\"weekly_active_users\"");

    ArchiveFixture next = archiveFor("scoring", rebuild());
    next.tell(all);
    next.end(all.size());
    finished(all.size());
    assertThat(health()).isEqualTo(once);
  }

  @Test
  void whatAnotherServiceIsToldIsPassedOver() {
    int generation = rebuild();
    List<Received> archive = archive(PEOPLE * DAYS);
    archiveFor("metrics", generation).tell(archive);

    archiveFor("scoring", generation).tell(archive.subList(0, 1));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(progress().path("handled").asInt()).isEqualTo(1));
    assertThat(count("use_of_product") + count("fact")).isOne();
  }

  @Test
  void oneAtATimeAndOnlyByThoseWhoSeeAllAccounts() {
    rebuild();

    assertThat(call(HttpMethod.POST, bearer(), 409).path("code").asString())
        .isEqualTo("rebuild_under_way");
    call(HttpMethod.POST, TestTokens.bearer(tenant, "pipeline:read"), 403);
    call(
        HttpMethod.POST,
        TestTokens.sign(
            TestTokens.claims(tenant, "pipeline:write").claim("accounts", List.of("a")).build()),
        403);
  }

  private int rebuild() {
    JsonNode begun = call(HttpMethod.POST, bearer(), 202);
    assertThat(begun.path("state").asString()).isEqualTo("rebuilding");
    Received asked =
        TestKafka.received(
                "holdfast.rebuild-requests",
                record ->
                    record.tenant().equals(tenant)
                        && record.json().contains("\"generation\":" + begun.path("generation")))
            .getFirst();
    Contracts.check("scoring.rebuild-asked.v1", asked.json());
    return begun.path("generation").asInt();
  }

  /** What ingestion published of the tenant. */
  private List<Received> archive(int uses) {
    List<Received> all = new ArrayList<>();
    all.addAll(TestKafka.standing("holdfast.facts", r -> r.tenant().equals(tenant)));
    all.addAll(TestKafka.received("holdfast.usage", uses, r -> r.tenant().equals(tenant)));
    return all;
  }

  private ArchiveFixture archiveFor(String service, int generation) {
    return new ArchiveFixture(tenant, service, generation);
  }

  private void finished(int messages) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(progress().path("state").asString()).isEqualTo("finished"));
    assertThat(progress().path("handled").asInt()).isEqualTo(messages);
  }

  private JsonNode progress() {
    return call(HttpMethod.GET, bearer(), 200);
  }

  private String bearer() {
    return TestTokens.bearer(tenant, "pipeline:read", "pipeline:write", "health:read");
  }

  private JsonNode health() {
    ObjectNode health =
        (ObjectNode)
            answer(HttpMethod.GET, "/api/v1/accounts/" + account + "/health", bearer(), 200);
    health.remove(List.of("at", "knownAt"));
    return health;
  }

  private int weeklyActiveUsers() {
    for (JsonNode axis : health().path("axes")) {
      for (JsonNode signal : axis.path("signals")) {
        if (signal.path("key").asString().equals("weekly_active_users")) {
          return signal.path("value").asInt();
        }
      }
    }
    throw new AssertionError("there is no such signal");
  }

  private JsonNode call(HttpMethod method, String token, int status) {
    return answer(method, "/api/v1/rebuilds/scoring", token, status);
  }

  private JsonNode answer(HttpMethod method, String path, String token, int status) {
    return JsonMapper.shared()
        .readTree(
            WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build()
                .method(method)
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
  }

  /** When the account was judged last. */
  private String decided() throws SQLException {
    return text("select judged_at || band from scoring.standing where tenant_id = ?");
  }

  /** All that was told of the tenant's health; nothing is on its way. */
  private List<Received> announced() {
    await().atMost(SOON).untilAsserted(() -> assertThat(count("outbox")).isZero());
    return TestKafka.standing("holdfast.health", record -> record.tenant().equals(tenant));
  }

  private int transitions() throws SQLException {
    return Integer.parseInt(
        text("select count(*)::text from scoring.band_transition where tenant_id = ?"));
  }

  private int count(String table) {
    try {
      return Integer.parseInt(
          text("select count(*)::text from scoring.%s where tenant_id = ?".formatted(table)));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, tenant);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
