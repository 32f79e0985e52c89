package io.holdfast.notification.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.TestKafka;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Of two accounts that turn out to be one, nobody is told twice and nothing stays open for ever.
 */
class MergedAccountsIT extends Road {
  private static final String OWNER = "olga@larkfield.example";
  private static final String OPEN = "/api/v1/alerts?account=acme&state=open";

  @BeforeEach
  void threeAccounts() {
    account("acme", "Acme", OWNER);
    account("dupe", "Acme Inc", OWNER);
    account("else", "Else", OWNER);
  }

  @Test
  void whatIsOpenOfPaymentsIsTheOthersAndWhatIsOpenOfHealthCloses() {
    band("dupe", "Acme Inc", OWNER, "healthy", "critical", "live");
    failed("dupe", "in-77");
    band("else", "Else", OWNER, "healthy", "critical", "live");
    lists(3, "/api/v1/alerts?state=open");
    int told = items("/api/v1/deliveries").size();

    merge("dupe", "acme");
    lists(0, "/api/v1/alerts?account=dupe");

    lists(1, OPEN);
    assertThat(first(OPEN).path("kind").asString()).isEqualTo("involuntary");
    assertThat(items("/api/v1/alerts?account=acme&state=closed").size()).isOne();
    assertThat(items("/api/v1/alerts?account=else&state=open").size()).isOne();
    assertThat(items("/api/v1/play-runs?account=dupe").size()).isZero();
    assertThat(items("/api/v1/deliveries").size()).isEqualTo(told);

    fact("dupe", "payment_recovered", clock.instant(), "");
    lists(0, OPEN);
    told = items("/api/v1/deliveries").size();
    band("dupe", "Acme Inc", OWNER, "healthy", "critical", "live");
    account("dupe", "Acme Inc", OWNER);
    TestKafka.awaitDone("holdfast.health", "notification");
    TestKafka.awaitDone("holdfast.facts", "notification");
    assertThat(items("/api/v1/alerts?account=dupe").size()).isZero();
    assertThat(items("/api/v1/deliveries").size()).isEqualTo(told);
  }

  @Test
  void onePaymentAlertStaysOpenUntilTheInvoicesOfBothAreSettled() {
    failed("acme", "in-1");
    failed("dupe", "in-2");
    lists(2, "/api/v1/alerts?state=open");
    int told = items("/api/v1/deliveries").size();

    merge("dupe", "acme");
    lists(0, "/api/v1/alerts?account=dupe");
    JsonNode both = first(OPEN);
    assertThat(both.path("reasons").valueStream().map(one -> one.path("about").asString()))
        .containsExactly("in-1", "in-2");
    assertThat(items("/api/v1/deliveries").size()).isEqualTo(told);

    fact("acme", "payment_recovered", "in-1", clock.instant(), "");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(first(OPEN).path("reasons").size()).isOne());
    fact("dupe", "payment_recovered", "in-2", clock.instant(), "");
    lists(0, OPEN);
  }

  private void failed(String account, String invoice) {
    fact(account, "charge_failed", invoice, clock.instant().minus(Duration.ofHours(1)), "");
  }

  private void lists(int items, String uri) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(items(uri).size()).as(uri).isEqualTo(items));
  }

  private void merge(String from, String into) {
    String type = "ingestion.account-merged.v1";
    String body =
        "{\"mergedAccountId\":\"%s\",\"accountId\":\"%s\",\"mergedAt\":\"%s\"}"
            .formatted(from, into, clock.instant());
    Contracts.check(type, body);
    TestKafka.send(
        "holdfast.facts", tenant, TestKafka.headers(tenant, null, type, clock.instant()), body);
  }
}
