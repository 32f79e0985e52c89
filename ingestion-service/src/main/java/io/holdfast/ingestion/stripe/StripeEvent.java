package io.holdfast.ingestion.stripe;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.JsonText;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Knowledge;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.imports.CellFault;
import io.holdfast.ingestion.imports.ColumnRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as Stripe delivers it, read as a tree: typed models of one API version come back empty
 * on another.
 *
 * @param object the invoice, subscription or other thing it is about, as it was at {@code created}
 */
public record StripeEvent(
    UUID sourceId, String id, String type, Instant created, JsonNode object, Instant receivedAt) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Empty when the body is no event. */
  static Optional<StripeEvent> read(UUID sourceId, byte[] body, Instant receivedAt) {
    try {
      return read(sourceId, JSON.readTree(body), receivedAt);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Optional<StripeEvent> read(UUID sourceId, JsonNode event, Instant receivedAt) {
    String id = text(event, "id");
    String type = text(event, "type");
    JsonNode created = event.path("created");
    JsonNode object = event.path("data").path("object");
    if (id == null || type == null || !created.isIntegralNumber() || !object.isObject()) {
      return Optional.empty();
    }
    long seconds = created.asLong();
    if (seconds < 0 || seconds > 253_402_300_799L) {
      return Optional.empty();
    }
    return Optional.of(
        new StripeEvent(sourceId, id, type, Instant.ofEpochSecond(seconds), object, receivedAt));
  }

  /** As it stands on the intake topic. */
  String json() {
    ObjectNode node = JSON.createObjectNode();
    node.put("sourceId", sourceId.toString());
    node.put("receivedAt", receivedAt.toString());
    node.put("id", id);
    node.put("type", type);
    node.put("created", created.getEpochSecond());
    node.putObject("data").set("object", object);
    return node.toString();
  }

  /** Reads what {@link #json} wrote. */
  public static StripeEvent received(byte[] json) {
    JsonNode node = JSON.readTree(json);
    return read(
            UUID.fromString(node.path("sourceId").asString()),
            node,
            Instant.parse(node.path("receivedAt").asString()))
        .orElseThrow(() -> new IllegalArgumentException("not a received Stripe event"));
  }

  /** The thing's id; an event's own where the thing has none. */
  String objectId() {
    String objectId = text(object, "id");
    return objectId == null ? id : objectId;
  }

  /** Events of one customer stay in order. */
  String customer() {
    String customer = text(object, "customer");
    return customer == null ? objectId() : customer;
  }

  boolean invoice() {
    return paid()
        || failed()
        || type.equals("invoice.voided")
        || type.equals("invoice.marked_uncollectible");
  }

  boolean failed() {
    return type.equals("invoice.payment_failed");
  }

  boolean paid() {
    return type.equals("invoice.paid") || type.equals("invoice.payment_succeeded");
  }

  /** Every one of them shows the subscription as it stood then. */
  boolean subscription() {
    return type.startsWith("customer.subscription.");
  }

  boolean handled() {
    return invoice() || subscription();
  }

  /** The thing as a part with a place. */
  Part part() {
    return Part.of(object);
  }

  /**
   * What the event says, in the values of a file's line and under the rules of its columns.
   *
   * @param said by column, absent ones null
   * @param latest the latest time at which something can have happened already
   */
  Entry entry(Kind kind, String key, Instant at, Map<String, @Nullable Object> said, Instant latest)
      throws Unreadable {
    Map<String, String> values = new HashMap<>();
    said.forEach(
        (column, value) -> {
          if (value != null) {
            values.put(column, text(value));
          }
        });
    try {
      return new Entry(
          kind,
          key,
          accounts(),
          null,
          at,
          ColumnRules.body(kind, values, latest),
          Knowledge.observed(receivedAt),
          sourceId.toString(),
          0);
    } catch (CellFault fault) {
      throw part().fault("says what cannot be: " + fault.getMessage());
    }
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number ? JsonText.plain(number) : value.toString();
  }

  /**
   * The account that carries the customer's id, else the one named in the metadata. Where nobody is
   * named it waits for the customer without an id, whom no account can carry.
   */
  private List<Reference> accounts() throws Unreadable {
    List<Reference> accounts = new ArrayList<>();
    Part customer = part().at("customer");
    if (!customer.absent()) {
      accounts.add(Reference.external("stripe", customer.id(Kind.ACCOUNT, "account_id")));
    }
    // Since 2025-03-31 an invoice copies its subscription's metadata below parent.
    Stream.of(
            object,
            object.path("parent").path("subscription_details"),
            object.path("subscription_details"))
        .map(described -> text(described.path("metadata"), "account_id"))
        .filter(Objects::nonNull)
        .findFirst()
        .map(Reference::account)
        .ifPresent(accounts::add);
    return accounts.isEmpty() ? List.of(Reference.external("stripe", "")) : accounts;
  }

  /**
   * A text, or the id where the sender expanded a reference into the whole object; absent when
   * neither.
   */
  static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isObject()) {
      value = value.path("id");
    }
    if (!value.isString()) {
      return null;
    }
    String text = value.asString();
    return text.isBlank() || text.length() > 255 || text.indexOf(0) >= 0 ? null : text;
  }
}
