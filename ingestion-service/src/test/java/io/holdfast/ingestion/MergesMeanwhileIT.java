package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.identity.Directory;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.TenantTransactions;
import io.holdfast.testing.Contracts;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;

/** What goes on while accounts are merged, and goes on to be said of the one that is no more. */
@RealIngestion
class MergesMeanwhileIT {
  @LocalServerPort int port;
  @Autowired Directory directory;
  @Autowired TenantTransactions transactions;

  private Client client;

  @BeforeEach
  void accounts() {
    client = new Client(port);
    client.load(
        "kind=accounts",
        """
        account_id,name,external_ids
        acme,Acme,stripe=cus_1
        dupe,Acme Inc,stripe=cus_7;crm=7
        """);
  }

  @Test
  void idsOfBothLeadToTheOneAndNeitherTakesTheOthersPlace() {
    merge("acme", "dupe");
    client.load(
        "kind=accounts",
        """
        account_id,name,external_ids
        dupe,Acme Inc,stripe=cus_8;crm=7
        acme,Acme,stripe=cus_1
        """);

    assertThat(lead("stripe=cus_1")).isEqualTo("acme");
    assertThat(lead("stripe=cus_8")).isEqualTo("acme");
    assertThat(lead("crm=7")).isEqualTo("acme");
  }

  @Test
  void whatAFileSaysMeanwhileIsNotLost() throws Exception {
    StringBuilder file = new StringBuilder("account_id,name,industry\n");
    for (int i = 0; i < 4_000; i++) {
      file.append("other-%1$d,Other %1$d,Shoes\n".formatted(i));
    }
    file.append("dupe,Acme Inc,Said meanwhile\n");
    try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
      Future<?> load = beside.submit(() -> client.load("kind=accounts", file.toString()));
      merge("acme", "dupe");
      load.get();
    }
    assertThat(
            TestKafka.received(
                "holdfast.facts",
                1,
                one -> one.key().equals(client.tenant + "|acme") && one.json().contains("Said")))
        .as("whether it came before the merge or after it")
        .isNotEmpty();
  }

  @Test
  void ofTwoThatWouldEachBecomeTheOtherOneStays() throws Exception {
    try (ExecutorService beside = Executors.newFixedThreadPool(2)) {
      Future<Integer> one = beside.submit(() -> status("acme", "dupe"));
      Future<Integer> other = beside.submit(() -> status("dupe", "acme"));
      assertThat(List.of(one.get(), other.get())).containsOnlyOnce(201).doesNotContain(500);
    }
    client.published("holdfast.facts", "account-merged");
  }

  @Test
  void whoIsToldTheArchiveAgainIsToldOfMergesFirst() {
    merge("acme", "dupe");
    ObjectNode asked =
        (ObjectNode) Client.JSON.readTree(Contracts.sample("scoring/rebuild-asked.v1"));
    TestKafka.send(
        "holdfast.rebuild-requests",
        client.tenant,
        TestKafka.headers(client.tenant, null, "scoring.rebuild-asked.v1", Instant.now()),
        asked.put("service", "scoring").put("generation", 2).toString());

    Received merge = rebuilt("ingestion.account-merged.v1");
    Contracts.check(merge.type(), merge.json());
    assertThat(merge.json()).contains("\"mergedAccountId\":\"dupe\"", "\"accountId\":\"acme\"");
    assertThat(merge.headers()).containsEntry("ce_origin", "holdfast.facts");
    assertThat(rebuilt("ingestion.rebuild-fed.v1").json()).contains("\"generation\":2");
  }

  private Received rebuilt(String type) {
    return TestKafka.received(
            "holdfast.rebuild",
            1,
            one -> one.tenant().equals(client.tenant) && one.type().equals(type))
        .getFirst();
  }

  private void merge(String into, String from) {
    assertThat(status(into, from)).isEqualTo(201);
  }

  private int status(String into, String from) {
    return client
        .post("/api/v1/accounts/" + into + "/merges", Map.of("from", from))
        .returnResult(Void.class)
        .getStatus()
        .value();
  }

  /** The account that an id in another system leads to. */
  private String lead(String id) {
    Reference reference = new Reference(Reference.Scheme.EXTERNAL, id);
    return Objects.requireNonNull(
            transactions
                .run(new TenantId(client.tenant), () -> directory.accounts(List.of(reference)))
                .block())
        .getOrDefault(reference, "nobody");
  }
}
