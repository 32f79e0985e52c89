package io.holdfast.ingestion.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.testing.Contracts;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever stands in a signed event: it enters as the contract says, or it is set aside. */
class StripeMutationTests {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<JsonNode> VALUES =
      List.of(
          NODES.nullNode(),
          NODES.missingNode(),
          NODES.stringNode(""),
          NODES.stringNode("fortnight"),
          NODES.stringNode("u$d"),
          NODES.stringNode("jpy"),
          NODES.stringNode("0.05"),
          NODES.stringNode("1e999999999"),
          NODES.stringNode("-1"),
          NODES.stringNode("a\u0001\ud800b"),
          NODES.stringNode("x".repeat(300)),
          NODES.numberNode(-1),
          NODES.numberNode(0),
          NODES.numberNode(250.5),
          NODES.numberNode(1e300),
          NODES.numberNode(5_000_000_000L),
          NODES.numberNode(Long.MAX_VALUE),
          NODES.numberNode(BigInteger.TEN.pow(30)),
          NODES.booleanNode(true),
          NODES.arrayNode(),
          NODES.arrayNode().add(1),
          NODES.objectNode(),
          NODES.objectNode().put("id", 5));

  private static final String DISCOUNTED =
      StripeEventFixture.SUBSCRIPTION.replace(
          "\"discount\": null, \"discounts\": []",
          """
          "discounts": [
            {"coupon": {"percent_off": 25.5, "duration": "repeating", "duration_in_months": 3}},
            {"source": {"coupon": {"amount_off": 500, "currency": "usd", "duration": "repeating",
              "duration_in_months": 3}}}]\
          """);

  private static final String TIERED =
      StripeEventFixture.SUBSCRIPTION
          .replace(
              "\"billing_scheme\": \"per_unit\"",
              """
              "billing_scheme": "tiered", "tiers": [{"up_to": 2, "unit_amount": 100, "flat_amount": 50},
                {"up_to": null, "unit_amount_decimal": "80.5", "flat_amount": 0}]\
              """)
          .replace("\"tiers_mode\": null", "\"tiers_mode\": \"graduated\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        StripeEventFixture.SUBSCRIPTION,
        StripeEventFixture.FAILED,
        StripeEventFixture.PAID
      })
  void anyFieldMayHoldAnything(String event) {
    assertThat(mutations(StripeEventFixture.JSON.readTree(event))).isGreaterThan(100);
  }

  @Test
  void anyFieldOfADiscountMayHoldAnything() {
    assertThat(mutations(StripeEventFixture.JSON.readTree(DISCOUNTED))).isGreaterThan(100);
  }

  @Test
  void anyFieldOfATierMayHoldAnything() {
    assertThat(mutations(StripeEventFixture.JSON.readTree(TIERED))).isGreaterThan(100);
  }

  @Test
  void anyFieldOfRealEventsMayHoldAnything() throws IOException {
    Path fixtures = Path.of("../../shared/data/stripe/webhook_fixtures");
    Assumptions.assumeTrue(
        Files.isDirectory(fixtures), "SKIPPED: no " + fixtures.toAbsolutePath() + " here");
    try (Stream<Path> files = Files.list(fixtures)) {
      for (Path file : files.sorted().toList()) {
        StripeEvent event =
            StripeEvent.read(
                    StripeEventFixture.SOURCE,
                    Files.readAllBytes(file),
                    StripeEventFixture.RECEIVED)
                .orElseThrow();
        if (event.handled()) {
          mutations(StripeEventFixture.JSON.readTree(Files.readAllBytes(file)));
        }
      }
    }
  }

  /** How many were tried. */
  private static int mutations(JsonNode event) {
    int tried = 0;
    for (JsonPointer place : places(event, JsonPointer.empty())) {
      for (JsonNode value : VALUES) {
        judge(with(event, place, value), place + " = " + shown(value));
        tried++;
      }
    }
    return tried;
  }

  private static void judge(JsonNode mutant, String what) {
    Optional<StripeEvent> atTheDoor =
        StripeEvent.read(
            StripeEventFixture.SOURCE,
            StripeEventFixture.JSON.writeValueAsBytes(mutant),
            StripeEventFixture.RECEIVED);
    if (atTheDoor.isEmpty() || !atTheDoor.get().handled()) {
      return; // refused at the door, or of a type that is only kept
    }
    StripeEvent event =
        StripeEvent.received(
            atTheDoor.get().json().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    StripeHistory history = StripeHistory.of(List.of(event), StripeEventFixture.LATEST);
    assertThat(history.entries().isEmpty()).as(what).isEqualTo(history.unread().isPresent());
    history.unread().ifPresent(aside -> assertThat(aside.detail()).as(what).contains(": "));
    history.entries().forEach(entry -> isAsAgreed(entry, what));
  }

  /** What the schema says, and what the services that read it rely on beyond that. */
  private static void isAsAgreed(Entry entry, String what) {
    String message =
        entry.body().substring(0, entry.body().length() - 1)
            + ",\"accountId\":\"acme\",\"receivedAt\":\"2026-03-01T12:00:00Z\","
            + "\"recordedAt\":\"2026-03-01T12:00:00Z\",\"assumed\":false}";
    Contracts.check(entry.kind().messageType(), message);
    JsonNode body = StripeEventFixture.JSON.readTree(message);
    for (String number : List.of("seats", "intervalCount", "discountMonths")) {
      assertThat(body.path(number).isMissingNode() || body.path(number).canConvertToInt())
          .as("%s: %s", what, message)
          .isTrue();
    }
    for (String number : List.of("amount", "quantity", "discountPercent")) {
      assertThat(decimal(body, number)).as("%s: %s", what, message).isNotNegative();
    }
    assertThat(decimal(body, "discountPercent")).isLessThanOrEqualTo(BigDecimal.valueOf(100));
    assertThat(body.path("discountMonths").asInt(1)).as(what).isPositive();
    if (entry.kind() != Kind.FACT) {
      assertThat(Currency.getInstance(body.path("currency").asString())).isNotNull();
    }
    assertThat(entry.accounts()).as(what).isNotEmpty();
  }

  private static BigDecimal decimal(JsonNode body, String name) {
    return new BigDecimal(body.path(name).asString("0"));
  }

  private static List<JsonPointer> places(JsonNode node, JsonPointer at) {
    List<JsonPointer> places = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        places.add(at.appendIndex(i));
        places.addAll(places(node.path(i), at.appendIndex(i)));
      }
    }
    node.properties()
        .forEach(
            member -> {
              places.add(at.appendProperty(member.getKey()));
              places.addAll(places(member.getValue(), at.appendProperty(member.getKey())));
            });
    return places;
  }

  private static JsonNode with(JsonNode event, JsonPointer place, JsonNode value) {
    JsonNode mutant = event.deepCopy();
    JsonNode parent = mutant.at(place.head());
    if (parent instanceof ArrayNode array) {
      if (value.isMissingNode()) {
        array.remove(place.last().getMatchingIndex());
      } else {
        array.set(place.last().getMatchingIndex(), value);
      }
    } else if (value.isMissingNode()) {
      ((ObjectNode) parent).remove(place.last().getMatchingProperty());
    } else {
      ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
    }
    return mutant;
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "(left out)" : value.toString();
  }
}
