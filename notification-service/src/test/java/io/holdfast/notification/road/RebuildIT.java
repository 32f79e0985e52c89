package io.holdfast.notification.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.ArchiveFixture;
import io.holdfast.testing.Contracts;
import io.holdfast.testing.RealPostgres;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import io.holdfast.testing.TestTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Accounts made anew are those there were; the test tells the archive as ingestion does. */
class RebuildIT extends Road {
  private final String ana = "ana-" + tenant + "@larkfield.example";
  private final String bo = "bo-" + tenant + "@larkfield.example";

  @Test
  void spoiltAccountsAreMadeAnewAndNothingOfThePastIsToldAgain() {
    anAlertThatIsOpenAndOneThatAPersonClosed();
    List<String> told = told();
    String accounts = accounts();
    List<Received> live = live("holdfast.health");
    List<Received> archive = live("holdfast.facts");
    spoil("update notification.account set owner_email = 'x@y.example' where tenant_id = ?");
    spoil("update notification.account set name = account_id where tenant_id = ?");

    ArchiveFixture fed = rebuild();
    fed.tell(archive.subList(0, 2));
    fed.tell(archive); // two of them twice
    fed.end(archive.size());
    finished(archive.size());

    assertThat(accounts()).isEqualTo(accounts);
    assertThat(told()).isEqualTo(told);

    deliverAgain("holdfast.facts", archive);
    deliverAgain("holdfast.health", live);
    assertThat(told()).isEqualTo(told);
  }

  @Test
  void newsDuringTheRebuildIsToldAtOnceToTheOwnerThereWasAndOutlivesIt() {
    account("acme", "Acme", ana);
    TestKafka.awaitDone("holdfast.facts", "notification");
    ArchiveFixture fed = rebuild();

    band("acme", "Acme", "", "healthy", "critical", "live");
    await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(ana)).hasSize(1));
    account("acme", "Acme Corp", bo);
    TestKafka.awaitDone("holdfast.facts", "notification");
    assertThat(accounts()).isEqualTo("acme Acme Corp " + bo);

    List<Received> archive = live("holdfast.facts");
    fed.tell(archive.subList(0, 1)); // the older one comes last
    fed.end(1);
    finished(1);
    assertThat(accounts()).isEqualTo("acme Acme Corp " + bo);
    assertThat(items("/api/v1/alerts").size()).isEqualTo(1);
  }

  @Test
  void aFactToldAgainBeforeItCameLiveHasItsEffectWhenItComes() {
    account("acme", "Acme", ana);
    TestKafka.awaitDone("holdfast.facts", "notification");
    Received failure = failedCharge();
    ArchiveFixture fed = rebuild();

    fed.tell(live("holdfast.facts"));
    fed.tell(List.of(failure));
    fed.end(2);
    finished(2);
    assertThat(items("/api/v1/alerts").size()).isZero();

    deliverAgain("holdfast.facts", List.of(failure));
    await().atMost(SOON).untilAsserted(() -> assertThat(mailTo(ana)).hasSize(1));
  }

  private void anAlertThatIsOpenAndOneThatAPersonClosed() {
    account("acme", "Acme", ana);
    account("globex", "Globex", bo);
    fact("acme", "charge_failed", clock.instant().minus(Duration.ofHours(1)), "");
    TestKafka.awaitDone("holdfast.facts", "notification");
    band("globex", "Globex", bo, "healthy", "critical", "live");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(mailTo(ana)).hasSize(1);
              assertThat(mailTo(bo)).hasSize(1);
            });
    String alert = first("/api/v1/alerts?account=globex").required("alertId").asString();
    post("/api/v1/alerts/" + alert + "/close", Map.of("verdict", "false")).expectStatus().isOk();
  }

  private Received failedCharge() {
    String body =
        """
        {"factId":"%s","accountId":"acme","type":"charge_failed","happenedAt":"%s","value":"1249.5",
         "unit":"USD","text":"in-77","load":null}
        """
            .formatted(UUID.randomUUID(), clock.instant().minus(Duration.ofHours(1)));
    Map<String, String> headers =
        TestKafka.headers(tenant, "acme", "ingestion.fact-recorded.v1", clock.instant());
    return new Received(tenant + "|acme", headers, body);
  }

  /** Everything that was decided, and all that was said of it. */
  private List<String> told() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        one("select count(*)::text from notification.outbox where tenant_id = ?"))
                    .isEqualTo("0"));
    return Stream.concat(
            Stream.of("alerts", "play-runs", "deliveries")
                .map(list -> items("/api/v1/" + list).toString()),
            Stream.concat(
                Stream.of(ana, bo).map(address -> address + " " + mailTo(address).size()),
                live("holdfast.interventions").stream().map(Received::json)))
        .toList();
  }

  private List<Received> live(String topic) {
    return TestKafka.standing(topic, record -> record.tenant().equals(tenant));
  }

  private static void deliverAgain(String topic, List<Received> records) {
    records.forEach(record -> TestKafka.send(topic, record.key(), record.headers(), record.json()));
    TestKafka.awaitDone(topic, "notification");
  }

  private ArchiveFixture rebuild() {
    JsonNode begun = json(rebuilds("POST").expectStatus().isEqualTo(202));
    int generation = begun.required("generation").asInt();
    Received asked =
        TestKafka.received(
                "holdfast.rebuild-requests",
                record ->
                    record.tenant().equals(tenant)
                        && record.json().contains("\"generation\":" + generation))
            .getFirst();
    Contracts.check("notification.rebuild-asked.v1", asked.json());
    return new ArchiveFixture(tenant, "notification", generation);
  }

  private void finished(int messages) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              JsonNode progress = json(rebuilds("GET").expectStatus().isOk());
              assertThat(progress.required("state").asString()).isEqualTo("finished");
              assertThat(progress.required("handled").asInt()).isEqualTo(messages);
            });
  }

  private ResponseSpec rebuilds(String method) {
    String token = TestTokens.bearer(tenant, "pipeline:read", "pipeline:write");
    return with(token, method, "/api/v1/rebuilds/notification", null);
  }

  private String accounts() {
    return one(
        """
        select string_agg(account_id || ' ' || name || ' ' || owner_email, ', ' order by account_id)
          from notification.account where tenant_id = ?
        """);
  }

  private void spoil(String sql) {
    one(sql + " returning account_id");
  }

  private String one(String sql) {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, tenant);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
