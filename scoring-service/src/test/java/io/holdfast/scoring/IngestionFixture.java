package io.holdfast.scoring;

import io.holdfast.testing.Contracts;
import io.holdfast.testing.RealKafka;
import io.holdfast.testing.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Says of one account what ingestion would say, in ingestion's own samples. */
final class IngestionFixture {

  private static final JsonMapper JSON = new JsonMapper();

  private final String tenant;
  private final String account;

  IngestionFixture(String tenant, String account) {
    this.tenant = tenant;
    this.account = account;
  }

  /** So many people use the product once a day at that time, on so many days. */
  void usedBy(int people, Instant first, int days) {
    List<ObjectNode> uses = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      for (int person = 0; person < people; person++) {
        ObjectNode use = sampleOf("ingestion/usage-recorded.v1");
        Instant at = first.plus(Duration.ofDays(day));
        use.put("eventId", UUID.randomUUID().toString());
        use.put("userId", "person-" + person);
        use.put("occurredAt", at.toString());
        use.put("receivedAt", at.toString());
        use.put("recordedAt", at.toString());
        uses.add(use);
      }
    }
    send("holdfast.usage", "ingestion.usage-recorded.v1", account, uses);
  }

  void merged(String previous, String user) {
    ObjectNode merge = sampleOf("ingestion/user-merged.v1");
    merge.put("previousId", previous);
    merge.put("userId", user);
    send("holdfast.facts", "ingestion.user-merged.v1", account, List.of(merge));
  }

  /** Another account is this one. */
  void mergedInto(String duplicate) {
    ObjectNode merge = sampleOf("ingestion/account-merged.v1");
    merge.put("mergedAccountId", duplicate);
    send("holdfast.facts", "ingestion.account-merged.v1", account, List.of(merge));
  }

  void sample(Instant known, String type, String field, String value) {
    ObjectNode fact = sampleOf("ingestion/" + type);
    fact.put(field, value);
    fact.put("recordedAt", known.toString());
    fact.put("receivedAt", known.toString());
    send("holdfast.facts", "ingestion." + type, account, List.of(fact));
  }

  /** Somebody noted something that just happened. */
  void noted(Instant at, String type) {
    ObjectNode fact = sampleOf("ingestion/fact-recorded.v1");
    fact.put("type", type);
    fact.put("happenedAt", at.toString());
    fact.put("recordedAt", at.toString());
    fact.put("receivedAt", at.toString());
    send("holdfast.facts", "ingestion.fact-recorded.v1", account, List.of(fact));
  }

  void churned(Instant known, LocalDate on) {
    ObjectNode fact = sampleOf("ingestion/outcome-recorded.v1");
    fact.put("kind", "voluntary_churn");
    fact.put("happenedOn", on.toString());
    fact.put("receivedAt", known.toString());
    send("holdfast.facts", "ingestion.outcome-recorded.v1", account, List.of(fact));
  }

  /** The tenant's settings and tracking plan, whose core feature is what {@link #usedBy} uses. */
  void settings() {
    for (String type : List.of("tenant-changed.v1", "tracking-plan-changed.v1")) {
      send(
          "holdfast.tenants", "ingestion." + type, account, List.of(sampleOf("ingestion/" + type)));
    }
  }

  void named(String id, String name) {
    ObjectNode fact = sampleOf("ingestion/account-recorded.v1");
    fact.put("name", name);
    send("holdfast.facts", "ingestion.account-recorded.v1", id, List.of(fact));
  }

  void worth(String id, int mrr) {
    ObjectNode revenue = sampleOf("metrics/account-mrr-changed.v1");
    revenue.put("mrr", String.valueOf(mrr));
    send("holdfast.revenue", "metrics.account-mrr-changed.v1", id, List.of(revenue));
  }

  private static ObjectNode sampleOf(String contract) {
    return (ObjectNode) JSON.readTree(Contracts.sample(contract));
  }

  private void send(String topic, String type, String id, List<ObjectNode> bodies) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", RealKafka.instance().servers(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      for (ObjectNode body : bodies) {
        body.put("accountId", id);
        ProducerRecord<String, String> record =
            new ProducerRecord<>(topic, tenant + "|" + id, body.toString());
        TestKafka.headers(tenant, type.contains("-merged.") ? null : id, type, Instant.now())
            .forEach((name, value) -> record.headers().add(name, value.getBytes()));
        sent.add(producer.send(record));
      }
      for (Future<?> one : sent) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
