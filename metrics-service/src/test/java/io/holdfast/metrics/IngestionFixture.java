package io.holdfast.metrics;

import io.holdfast.testing.TestKafka;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Publishes for a tenant what ingestion would. */
final class IngestionFixture {

  private static final String FACTS = "holdfast.facts";

  private final String tenant;
  private @Nullable Instant receivedAt;

  IngestionFixture(String tenant) {
    this.tenant = tenant;
  }

  /** When what follows was received, instead of now. */
  void receives(Instant at) {
    receivedAt = at;
  }

  void account(String id, String name) {
    fact(id, "ingestion.account-recorded.v1", Map.of("accountId", id, "name", name));
  }

  /** Price as {@code 100 USD/week}. */
  void phase(
      String account, String subscription, String from, @Nullable String until, String price) {
    phase(account, subscription, from, until, price, Map.of());
  }

  void phase(
      String account,
      String subscription,
      String from,
      @Nullable String until,
      String price,
      Map<String, Object> more) {
    String[] parts = price.split("[ /]");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("subscriptionId", subscription);
    body.put("accountId", account);
    body.put("startsOn", from);
    body.put("endsOn", until);
    body.put("amount", parts[0]);
    body.put("currency", parts[1]);
    body.put("interval", parts[2]);
    body.put("intervalCount", 1);
    body.put("quantity", "1");
    body.put("status", "active");
    body.putAll(more);
    fact(account, "ingestion.subscription-phase-recorded.v1", body);
  }

  void invoice(String account, String id, String due, @Nullable String paid) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("invoiceId", id);
    body.put("accountId", account);
    body.put("issuedOn", due);
    body.put("amount", "100");
    body.put("currency", "USD");
    body.put("dueOn", due);
    body.put("paidOn", paid);
    body.put("status", paid == null ? "open" : "paid");
    fact(account, "ingestion.invoice-recorded.v1", body);
  }

  void outcome(String account, String kind, String on, String reason) {
    fact(
        account,
        "ingestion.outcome-recorded.v1",
        Map.of("accountId", account, "kind", kind, "happenedOn", on, "reason", reason));
  }

  void tenant(String currency, String timeZone) {
    String type = "ingestion.tenant-changed.v1";
    Map<String, Object> body =
        Map.of("tenantId", tenant, "currency", currency, "timeZone", timeZone);
    String json = JsonMapper.shared().writeValueAsString(body);
    Map<String, String> headers = TestKafka.headers(tenant, null, type, Instant.now());
    TestKafka.send("holdfast.tenants", tenant, headers, json);
  }

  void rate(String date, String base, String quote, String rate) {
    fact(
        null,
        "ingestion.exchange-rate-recorded.v1",
        Map.of("date", date, "base", base, "quote", quote, "rate", rate));
  }

  private void fact(@Nullable String account, String type, Map<String, Object> content) {
    Instant now = Instant.now();
    Map<String, Object> body = new LinkedHashMap<>(content);
    body.putIfAbsent("receivedAt", (receivedAt == null ? now : receivedAt).toString());
    body.putIfAbsent("recordedAt", body.get("receivedAt"));
    body.put("assumed", false);
    String key = account == null ? tenant : tenant + "|" + account;
    String json = JsonMapper.shared().writeValueAsString(body);
    TestKafka.send(FACTS, key, TestKafka.headers(tenant, account, type, now), json);
  }
}
