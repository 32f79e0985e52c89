package io.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.ArchiveFixture;
import io.holdfast.testing.Contracts;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import io.holdfast.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two accounts that turn out to be one are worth together what they were worth apart. */
class MergedAccountsIT extends RealMetrics {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Map<String, Object> BEFORE = Map.of("receivedAt", "2025-06-20T00:00:00Z");
  private static final String MONTHS = "/api/v1/metrics/mrr-movements?from=2025-01&to=2025-10";

  @Test
  void theLedgerClosesAsBeforeAndNothingIsAnnouncedToHaveMoved() {
    ingestion.phase("acme", "a", "2025-01-01", null, "70 USD/month", BEFORE);
    ingestion.phase("dupe", "d", "2025-03-01", null, "30 USD/month", BEFORE);
    ingestion.phase("dupe", "e", "2025-10-19", null, "5 USD/month", BEFORE);
    ingestion.account("acme", "Acme");
    ingestion.account("dupe", "Acme Inc");
    awaitEnd("105");
    close("2025-06", TestTokens.bearer(tenant, "metrics:read", "metrics:write"), 200);
    List<String> reported = months("");
    List<Received> moved = moved(1);

    merge("dupe", "acme");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(months("&basis=restated").get(2))
                    .isEqualTo("2025-03 70 0 0 30 0 0 0 0 100"));

    assertThat(months("").subList(0, 9)).isEqualTo(reported.subList(0, 9));
    assertThat(months("").get(9)).isEqualTo("2025-10 100 0 0 5 0 0 0 0 105");
    assertThat(ledger("acme"))
        .containsExactly("2025-01-01 new 70", "2025-03-01 new 30", "2025-10-19 expansion 5");
    for (String basis : List.of("", "&basis=restated")) {
      assertThat(seeing("acme", basis)).isEqualTo("105");
      assertThat(seeing("dupe", basis)).isEqualTo("0");
    }
    awaitMrr("105");
    assertThat(moved(1)).isEqualTo(moved);
    assertThat(gone("dupe").path("accountId").asString()).isEqualTo("acme");
  }

  @Test
  void whatStillComesUnderTheOldIdIsTheOthersAlsoWhenMergesAreHeardOutOfOrder() {
    ingestion.phase("acme", "a", "2025-01-01", null, "70 USD/month");
    ingestion.phase("dupe", "d", "2025-03-01", null, "30 USD/month");
    ingestion.phase("third", "t", "2025-04-01", null, "20 USD/month");
    awaitEnd("120");

    merge("dupe", "acme");
    merge("third", "dupe");
    merge("third", "dupe");
    await().atMost(SOON).untilAsserted(() -> assertThat(ledger("acme")).hasSize(3));
    ingestion.phase("third", "t", "2025-05-01", null, "25 USD/month");
    ingestion.account("third", "Third, late");
    awaitEnd("125");

    assertThat(ledger("acme"))
        .containsExactly(
            "2025-01-01 new 70",
            "2025-03-01 expansion 30",
            "2025-04-01 expansion 20",
            "2025-05-01 expansion 5");
    assertThat(gone("third").path("accountId").asString()).isEqualTo("acme");
  }

  @Test
  void whatTheDuplicateOwesPutsOnlyItsOwnContractsPastDueAlsoInBooksMadeAnew() {
    ingestion.phase("acme", "a", "2025-01-01", null, "70 USD/month");
    ingestion.phase("dupe", "d", "2025-03-01", null, "30 USD/month");
    ingestion.invoice("dupe", "i", "2025-05-01", null);
    awaitEnd("70");

    merge("dupe", "acme");
    List<String> ledger =
        List.of("2025-01-01 new 70", "2025-03-01 expansion 30", "2025-05-31 contraction -30");
    await().atMost(SOON).untilAsserted(() -> assertThat(ledger("acme")).isEqualTo(ledger));
    ingestion.invoice("dupe", "j", "2025-08-01", null);
    ingestion.phase("dupe", "e", "2025-10-01", null, "4 USD/month");
    ingestion.phase("acme", "b", "2025-10-01", null, "1 USD/month");
    awaitEnd("71");
    awaitMrr("71");
    List<String> figures = figures();
    List<Received> announced = told();

    rebuild();
    assertThat(figures()).isEqualTo(figures);
    assertThat(told()).isEqualTo(announced);
  }

  @Test
  void aMergeWhileFactsAreToldAgainIsBookedAtTheEnd() {
    ingestion.phase("acme", "a", "2025-01-01", null, "70 USD/month");
    ingestion.phase("dupe", "d", "2025-10-19", null, "30 USD/month");
    awaitEnd("100");
    List<Received> moved = moved(1);
    List<Received> archive = archive();

    ArchiveFixture fed = begin();
    merge("dupe", "acme");
    await().atMost(SOON).untilAsserted(() -> assertThat(gone("dupe")).isNotEmpty());
    awaitEnd("100");
    fed.tell(archive);
    fed.end(archive.size());
    finished();

    awaitEnd("100");
    assertThat(ledger("acme")).containsExactly("2025-01-01 new 70", "2025-10-19 expansion 30");
    awaitMrr("100");
    assertThat(moved(1)).isEqualTo(moved);
  }

  private void merge(String from, String into) {
    String type = "ingestion.account-merged.v1";
    String body =
        "{\"mergedAccountId\":\"%s\",\"accountId\":\"%s\",\"mergedAt\":\"%s\"}"
            .formatted(from, into, clock.instant());
    Contracts.check(type, body);
    TestKafka.send(
        "holdfast.facts", tenant, TestKafka.headers(tenant, null, type, Instant.now()), body);
  }

  private void rebuild() {
    List<Received> archive = archive();
    ArchiveFixture fed = begin();
    fed.tell(archive);
    fed.end(archive.size());
    finished();
  }

  private ArchiveFixture begin() {
    JsonNode begun = rebuild(HttpMethod.POST);
    return new ArchiveFixture(tenant, "metrics", begun.path("generation").asInt());
  }

  private void finished() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(rebuild(HttpMethod.GET).path("state").asString()).isEqualTo("finished"));
  }

  private JsonNode rebuild(HttpMethod method) {
    return JsonMapper.shared()
        .readTree(
            http.method(method)
                .uri("/api/v1/rebuilds/metrics")
                .header(
                    "Authorization",
                    "Bearer " + TestTokens.bearer(tenant, "pipeline:read", "pipeline:write"))
                .exchange()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
  }

  /** Merges are no facts: the archive does not tell them again. */
  private List<Received> archive() {
    return TestKafka.standing(
        "holdfast.facts",
        record -> record.tenant().equals(tenant) && !record.type().contains("account-merged"));
  }

  private List<String> months(String basis) {
    return get(MONTHS + basis).get("rows").valueStream().map(RealMetrics::line).toList();
  }

  private List<String> figures() {
    return Stream.of(months("&basis=restated"), months(""), ledger("acme"))
        .flatMap(List::stream)
        .toList();
  }

  /** The last end for who may see one account only. */
  private String seeing(String account, String basis) {
    String partner =
        TestTokens.sign(
            TestTokens.claims(tenant, "metrics:read").claim("accounts", List.of(account)).build());
    return get(MONTHS + basis, partner).at("/rows/9/end").asString();
  }

  private List<Received> told() {
    return TestKafka.standing("holdfast.revenue", record -> record.tenant().equals(tenant));
  }

  private List<Received> told(String type) {
    return told().stream().filter(record -> record.type().equals(type)).toList();
  }

  /** Of the same account they come in order, so whatever was told before is there, too. */
  private void awaitMrr(String mrr) {
    await().atMost(SOON).untilAsserted(() -> assertThat(lastMrr("acme")).isEqualTo(mrr));
  }

  private List<Received> moved(int count) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(told("metrics.mrr-moved.v1")).hasSize(count));
    return told("metrics.mrr-moved.v1");
  }

  private String lastMrr(String account) {
    return told("metrics.account-mrr-changed.v1").stream()
        .filter(record -> record.json().contains("\"accountId\":\"" + account + "\""))
        .reduce((_, later) -> later)
        .map(record -> JsonMapper.shared().readTree(record.json()).path("mrr").asString())
        .orElse("");
  }

  private JsonNode gone(String account) {
    JsonNode problem =
        JsonMapper.shared()
            .readTree(
                http.get()
                    .uri("/api/v1/accounts/" + account + "/mrr-movements")
                    .header("Authorization", "Bearer " + TestTokens.bearer(tenant, "metrics:read"))
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody(byte[].class)
                    .returnResult()
                    .getResponseBody());
    assertThat(problem.path("code").asString()).isEqualTo("account_merged");
    return problem;
  }
}
