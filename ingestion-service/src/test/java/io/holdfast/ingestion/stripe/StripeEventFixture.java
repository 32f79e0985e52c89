package io.holdfast.ingestion.stripe;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as Stripe sends them, of a customer who pays 15.00 USD a month for each of four seats. */
final class StripeEventFixture {
  static final UUID SOURCE = UUID.randomUUID();
  static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant LATEST = RECEIVED.plusSeconds(300);
  static final JsonMapper JSON = JsonMapper.builder().build();

  static final String SUBSCRIPTION =
      """
      {"id": "evt_1", "type": "customer.subscription.created", "created": 1767225600, "data": {"object": {
        "id": "sub_1", "object": "subscription", "customer": "cus_1", "status": "active",
        "metadata": {"account_id": "acme"}, "start_date": 1767225600, "created": 1767225600,
        "cancel_at": null, "cancel_at_period_end": false, "canceled_at": null, "ended_at": null,
        "discount": null, "discounts": [],
        "items": {"has_more": false, "data": [{
          "id": "si_1", "quantity": 4, "current_period_end": 1769904000, "discounts": [],
          "price": {
            "id": "price_1", "nickname": "Team", "currency": "usd", "billing_scheme": "per_unit",
            "unit_amount": 1500, "unit_amount_decimal": "1500", "tiers_mode": null, "transform_quantity": null,
            "recurring": {"interval": "month", "interval_count": 1, "usage_type": "licensed"}}}]}}}}
      """;

  static final String FAILED =
      """
      {"id": "evt_2", "type": "invoice.payment_failed", "created": 1767225700, "data": {"object": {
        "id": "in_1", "object": "invoice", "customer": "cus_1", "status": "open", "created": 1767225600,
        "amount_due": 6000, "total": 6000, "currency": "usd", "attempt_count": 1, "due_date": 1767225600,
        "parent": {"subscription_details": {"metadata": {"account_id": "acme"}}},
        "status_transitions": {"finalized_at": 1767225600, "paid_at": null}}}}
      """;

  static final String PAID =
      """
      {"id": "evt_3", "type": "invoice.paid", "created": 1767225800, "data": {"object": {
        "id": "in_1", "object": "invoice", "customer": {"id": "cus_1"}, "status": "paid", "created": 1767225600,
        "amount_due": 6000, "total": 6000, "currency": "usd", "attempt_count": 2, "due_date": null,
        "status_transitions": {"finalized_at": 1767225600, "paid_at": 1767225790}}}}
      """;

  private StripeEventFixture() {}

  static StripeEvent event(String json) {
    return StripeEvent.read(SOURCE, json.getBytes(StandardCharsets.UTF_8), RECEIVED).orElseThrow();
  }

  /** The subscription with other members, which are merged into it. */
  static StripeEvent subscription(String members) {
    ObjectNode event = (ObjectNode) JSON.readTree(SUBSCRIPTION);
    merge((ObjectNode) event.path("data").path("object"), JSON.readTree(members));
    return event(event.toString());
  }

  /** The subscription with other members of its price. */
  static StripeEvent priced(int quantity, String members) {
    ObjectNode event = (ObjectNode) JSON.readTree(SUBSCRIPTION);
    ObjectNode item = (ObjectNode) event.at("/data/object/items/data/0");
    item.put("quantity", quantity);
    merge((ObjectNode) item.path("price"), JSON.readTree(members));
    return event(event.toString());
  }

  private static void merge(ObjectNode into, JsonNode members) {
    members.properties().forEach(member -> into.set(member.getKey(), member.getValue()));
  }
}
