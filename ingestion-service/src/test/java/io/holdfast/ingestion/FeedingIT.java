package io.holdfast.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.TestKafka;
import io.holdfast.testing.TestKafka.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A service that makes its projections anew is told again what was published. */
@RealIngestion
class FeedingIT {
  private static final int ACCOUNTS = 2_100; // more than a page
  private static final int USES = 50;

  @LocalServerPort int port;

  private Client client;

  @BeforeEach
  void publishSomething() {
    client = new Client(port);
    StringBuilder accounts = new StringBuilder("account_id,name\n");
    IntStream.range(0, ACCOUNTS).forEach(i -> accounts.append("a%1$d,A%1$d\n".formatted(i)));
    client.load("kind=accounts", accounts.toString());
    StringBuilder uses = new StringBuilder("event_id,account_id,event,occurred_at,count\n");
    IntStream.range(0, USES)
        .forEach(i -> uses.append("e%1$d,a%1$d,Opened,2025-01-01,1\n".formatted(i)));
    client.load("kind=usage", uses.toString());
  }

  @Test
  void theArchiveIsToldOnceUnderTheIdsItWasPublishedUnder() {
    List<Received> published = new ArrayList<>();
    published.addAll(ofTenant("holdfast.facts", ACCOUNTS));
    published.addAll(ofTenant("holdfast.usage", USES));

    ask("scoring", 7);
    JsonNode all = allFed("scoring");
    List<Received> told = told("scoring", ACCOUNTS + USES);

    assertThat(all.path("fed").asInt()).isEqualTo(ACCOUNTS + USES);
    assertThat(all.path("generation").asInt()).isEqualTo(7);
    assertThat(contents(told)).isEqualTo(contents(published));
    assertThat(told).allMatch(one -> one.headers().get("ce_rebuildgeneration").equals("7"));
    assertThat(told.stream().map(Received::key)).contains(client.tenant + "|a0");
  }

  @Test
  void whoAsksAgainIsToldFromTheBeginning() {
    ofTenant("holdfast.usage", USES);
    ask("metrics", 2);
    allFed("metrics");
    ask("metrics", 3);

    List<Received> ends = ends("metrics", 2);

    assertThat(ends.getLast().json())
        .contains("\"generation\":3")
        .contains("\"fed\":" + (ACCOUNTS + USES));
  }

  private void ask(String service, int generation) {
    TestKafka.send(
        "holdfast.rebuild-requests",
        client.tenant,
        TestKafka.headers(client.tenant, null, service + ".rebuild-asked.v1", Instant.now()),
        asked(service, generation));
  }

  private static String asked(String service, int generation) {
    ObjectNode asked =
        (ObjectNode) Client.JSON.readTree(Contracts.sample("scoring/rebuild-asked.v1"));
    return asked.put("service", service).put("generation", generation).toString();
  }

  private JsonNode allFed(String service) {
    String json = ends(service, 1).getFirst().json();
    Contracts.check("ingestion.rebuild-fed.v1", json);
    return Client.JSON.readTree(json);
  }

  private List<Received> ends(String service, int count) {
    return TestKafka.received(
        "holdfast.rebuild",
        count,
        one -> isFor(service, one) && one.type().equals("ingestion.rebuild-fed.v1"));
  }

  private List<Received> told(String service, int count) {
    return TestKafka.received(
        "holdfast.rebuild",
        count,
        one -> isFor(service, one) && !one.type().equals("ingestion.rebuild-fed.v1"));
  }

  private boolean isFor(String service, Received one) {
    return one.tenant().equals(client.tenant) && service.equals(one.headers().get("ce_rebuild"));
  }

  private List<Received> ofTenant(String topic, int count) {
    return TestKafka.received(topic, count, one -> one.tenant().equals(client.tenant));
  }

  /** Topic and body by message id. */
  private static Map<String, String> contents(List<Received> messages) {
    Map<String, String> contents = new HashMap<>();
    for (Received message : messages) {
      String before =
          contents.put(
              message.headers().getOrDefault("ce_id", ""), message.type() + message.json());
      assertThat(before).as("told twice").isNull();
    }
    return contents;
  }
}
