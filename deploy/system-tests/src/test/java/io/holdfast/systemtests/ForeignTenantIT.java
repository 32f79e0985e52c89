package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.systemtests.ApiDocument.Operation;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * A token of tenant {@code other} with every scope sees and moves nothing of {@code demo}. The
 * routes are those the API document publishes: one that is new must find its place here.
 */
class ForeignTenantIT {
  private static final LocalPlatform PLATFORM = LocalPlatform.instance();
  private static final Door DEMO = Door.with(PLATFORM, PLATFORM.token("admin", "demo"));
  private static final Door OTHER = Door.with(PLATFORM, PLATFORM.token("admin", "other"));

  /** Figures and settings: they name nobody, so what they say is compared. */
  private static final Set<String> NAMELESS =
      Set.of(
          "/api/v1/me",
          "/api/v1/access",
          "/api/v1/tenants/current",
          "/api/v1/tracking-plan",
          "/api/v1/quarantine/summary",
          "/api/v1/metrics/mrr-movements",
          "/api/v1/metrics/nrr",
          "/api/v1/metrics/grr",
          "/api/v1/metrics/logo-retention",
          "/api/v1/metrics/customer-churn",
          "/api/v1/metrics/summary",
          "/api/v1/metrics/churn-reasons",
          "/api/v1/fit-profile",
          "/api/v1/fit-profile/versions",
          "/api/v1/fit-profile/early-churn");

  /** Shipped to everybody alike, or about no thing of anybody yet. */
  private static final Set<String> ALIKE =
      Set.of(
          "/api/v1/plays",
          "/api/v1/scoring-models",
          "/api/v1/scoring-models/schema",
          "/api/v1/metrics/periods",
          "/api/v1/roles");

  /**
   * Of which the demo company has none, or which every tenant and person has for itself under the
   * same address. Each is tried with two tenants in the tests of the part that serves it.
   */
  private static final List<String> TRIED_ELSEWHERE =
      List.of(
          "/api/v1/dead-letters/",
          "/api/v1/rebuilds",
          "/api/v1/me/",
          "/api/v1/roles/",
          "/api/v1/accounts/{accountId}/health/override",
          "/api/v1/scoring-models/{modelId}/backtests/");

  /** The caller's own: a month to close, a colleague to make known. */
  private static final Set<String> ONES_OWN =
      Set.of("POST /api/v1/metrics/periods/{period}/close", "PUT /api/v1/people/{email}");

  /** What is needed to be understood at all. */
  private static final Map<String, Map<String, String>> BODIES =
      Map.of(
          "/api/v1/alerts/{id}/close",
          Map.of("verdict", "true"),
          "/api/v1/accounts/{accountId}/merges",
          Map.of("from", "another"),
          "/api/v1/dead-letters/ingestion/{id}/discard",
          Map.of("reason", "not mine"),
          "/api/v1/dead-letters/scoring/{id}/discard",
          Map.of("reason", "not mine"),
          "/api/v1/dead-letters/metrics/{id}/discard",
          Map.of("reason", "not mine"),
          "/api/v1/dead-letters/notification/{id}/discard",
          Map.of("reason", "not mine"));

  private static final Pattern NAMES_A_THING = Pattern.compile(".*(Id|id|Email|email)");

  /** The address of a kind of thing → the one of the demo company that is tried. */
  private static final Map<String, String> THINGS = new HashMap<>();

  @BeforeAll
  static void giveTheDemoCompanyOneOfEverything() throws SQLException {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    THINGS.put(
        "/api/v1/sources/{sourceId}",
        DEMO.post("/api/v1/sources", Map.of("kind", "segment", "name", mark))
            .expect(201)
            .json()
            .get("sourceId")
            .asString());
    THINGS.put(
        "/api/v1/channels/{id}",
        DEMO.post(
                "/api/v1/channels",
                Map.of("type", "email", "name", mark, "to", List.of(mark + "@larkfield.example")))
            .expect(201)
            .json()
            .get("channelId")
            .asString());
    THINGS.put(
        "/api/v1/scoring-models/{modelId}",
        DEMO.post("/api/v1/scoring-models", Map.of("from", "enterprise-v1"))
            .expect(201)
            .json()
            .get("id")
            .asString());
    THINGS.put(
        "/api/v1/fit-profile/versions/{version}",
        DEMO.post(
                "/api/v1/fit-profile/versions",
                Map.of(
                    "reason",
                    "Tried",
                    "profile",
                    Map.of(
                        "criteria",
                        List.of(
                            Map.of(
                                "key",
                                "source",
                                "attribute",
                                "source",
                                "oneOf",
                                List.of(mark),
                                "weight",
                                1)),
                        "good",
                        75,
                        "fair",
                        50,
                        "leastCoverage",
                        0.5)))
            .expect(201)
            .json()
            .get("version")
            .asString());
    String colleague = mark + "@larkfield.example";
    DEMO.put("/api/v1/people/" + colleague, Map.of("name", "Somebody")).expect(200);
    THINGS.put("/api/v1/people/{email}", colleague);
    DEMO.post(
            "/api/v1/facts",
            Map.of(
                "factId",
                "foreign-" + mark,
                "accountId",
                "nobody-" + mark,
                "type",
                "milestone",
                "happenedAt",
                Instant.now().toString()))
        .expect(202);
    for (String service : List.of("ingestion", "scoring", "metrics", "notification")) {
      THINGS.put("/api/v1/dead-letters/" + service + "/{id}", deadLetter(service));
    }
    String export = askedAbout("nobody-" + mark, "exports");
    THINGS.put("/api/v1/privacy/exports/{requestId}", export);
    THINGS.put("/api/v1/privacy/erasures/{requestId}", askedAbout("nobody-" + mark, "erasures"));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> stateAt("/api/v1/privacy/exports/" + export).equals("completed"));
    THINGS.put("/api/v1/accounts/{accountId}", first("/api/v1/accounts", "accountId"));
    THINGS.put("/api/v1/imports/{importId}", first("/api/v1/imports", "importId"));
    THINGS.put("/api/v1/quarantine/{id}", first("/api/v1/quarantine", "id"));
    THINGS.put("/api/v1/alerts/{id}", first("/api/v1/alerts", "alertId"));
    THINGS.put("/api/v1/deliveries/{id}", first("/api/v1/deliveries", "deliveryId"));
  }

  /** Discarded, so that nobody takes it for something that is still to be done. */
  private static String deadLetter(String service) throws SQLException {
    try (Connection superuser = PLATFORM.database();
        var statement =
            superuser.prepareStatement(
                """
                insert into %s.dead_letter (tenant_id, consumer, topic, headers, body, error, state)
                values ('demo', 'tried', 'tried', '{}', '', 'tried', 'discarded') returning id
                """
                    .formatted(service));
        var row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  static Stream<Operation> operations() {
    return ApiDocument.behindTokens(PLATFORM).stream()
        .filter(operation -> TRIED_ELSEWHERE.stream().noneMatch(operation.path()::startsWith));
  }

  static Stream<Operation> lists() {
    return operations().filter(Operation::reads).filter(operation -> !operation.hasVariable());
  }

  static Stream<Operation> readsOfOneThing() {
    return operations().filter(Operation::reads).filter(Operation::hasVariable);
  }

  static Stream<Operation> changesOfOneThing() {
    return operations()
        .filter(operation -> !operation.reads())
        .filter(Operation::hasVariable)
        .filter(operation -> !ONES_OWN.contains(operation.toString()));
  }

  @Test
  void theSettingsOfTheDemoCompanyAreNotOthersToChange() {
    JsonNode before = DEMO.get("/api/v1/tenants/current").expect(200).json();

    OTHER.post("/api/v1/tenants", Map.of("tenantId", "demo", "name", "Mine now")).expect(404);

    assertThat(DEMO.get("/api/v1/tenants/current").expect(200).json()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void noListNamesAThingOfAnotherTenant(Operation operation) {
    if (NAMELESS.contains(operation.path())) {
      assertThat(OTHER.get(operation.path()).expect(200).json())
          .isNotEqualTo(DEMO.get(operation.path()).expect(200).json());
      return;
    }
    List<JsonNode> shown = pages(DEMO, operation.path());
    if (ALIKE.contains(operation.path())) {
      assertThat(shown).isNotEmpty();
      return;
    }
    Set<String> theirs = new HashSet<>();
    shown.forEach(page -> collectNames(page, theirs));
    assertThat(theirs).as("what the demo company has there").isNotEmpty();
    Set<String> seen = new HashSet<>();
    pages(OTHER, operation.path()).forEach(page -> collectNames(page, seen));
    assertThat(seen).doesNotContainAnyElementsOf(theirs);
  }

  @ParameterizedTest
  @MethodSource("readsOfOneThing")
  void aThingOfAnotherTenantIsNotFound(Operation operation) {
    String path = operation.path(thing(operation));
    DEMO.get(path).expect(200);
    OTHER.get(path).expectProblem(404);
  }

  @ParameterizedTest
  @MethodSource("changesOfOneThing")
  void aThingOfAnotherTenantCannotBeChanged(Operation operation) {
    String path = operation.path(thing(operation));
    Map<String, ?> body = BODIES.get(operation.toString());
    String before = state(operation);
    if (body == null) {
      // some say first that a body is missing
      assertThat(OTHER.call(operation.method(), path).status())
          .as(operation.toString())
          .isIn(400, 404, 415, 422);
    } else {
      (operation.method().equals("PUT") ? OTHER.put(path, body) : OTHER.post(path, body))
          .expectProblem(404);
    }
    assertThat(state(operation)).isEqualTo(before);
  }

  /** Money has no name on it: the ledger must be that of one's own accounts, to the last cent. */
  @Test
  void theLedgerHoldsTheMoneyOfOnesOwnAccountsOnly() {
    String account = "foreign-ledger";
    Imports.load(OTHER, "accounts", "account_id,name\n" + account + ",Ledger\n");
    Imports.load(
        OTHER,
        "subscriptions",
        "subscription_id,account_id,starts_on,ends_on,amount,currency,interval\n"
            + "s-foreign-ledger,%s,2023-03-01,2023-04-01,10,USD,month\n".formatted(account));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(ownMovements("2023-03")).isPositive());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        amount(
                            OTHER
                                .get("/api/v1/metrics/mrr-movements?from=2023-03&to=2023-03")
                                .expect(200)
                                .json()
                                .get("rows")
                                .get(0),
                            "end"))
                    .isEqualByComparingTo(ownMovements("2023-03")));
    JsonNode theirs =
        DEMO.get("/api/v1/metrics/mrr-movements").expect(200).json().get("rows").get(0);
    assertThat(amount(theirs, "end")).as("there is money to be hidden").isPositive();
  }

  /** Sum of the movements of the accounts that `other` can list, up to the end of a month. */
  private static BigDecimal ownMovements(String period) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode page : pages(OTHER, "/api/v1/accounts")) {
      for (JsonNode account : page.get("items")) {
        String path =
            "/api/v1/accounts/" + encoded(account.get("accountId").asString()) + "/mrr-movements";
        for (JsonNode movements : pages(OTHER, path)) {
          for (JsonNode movement : movements.get("items")) {
            if (movement.get("on").asString().substring(0, 7).compareTo(period) <= 0) {
              sum = sum.add(amount(movement, "amount"));
            }
          }
        }
      }
    }
    return sum;
  }

  private static BigDecimal amount(JsonNode row, String field) {
    return new BigDecimal(row.get(field).asString());
  }

  /** How its owner sees the thing, where it can be read. */
  private static String state(Operation operation) {
    String list = operation.thing().substring(0, operation.thing().lastIndexOf('/'));
    String name = THINGS.get(operation.thing());
    return pages(DEMO, list).stream()
        .flatMap(page -> page.get("items").valueStream())
        .filter(item -> item.toString().contains("\"" + name + "\""))
        .findFirst()
        .orElseThrow(() -> new AssertionError(list + " does not show " + name))
        .toString();
  }

  private static String thing(Operation operation) {
    return THINGS.entrySet().stream()
        .filter(thing -> operation.path().startsWith(thing.getKey()))
        .map(thing -> encoded(thing.getValue()))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "say here which thing of the demo company to try: " + operation));
  }

  private static String askedAbout(String person, String what) {
    return DEMO.post("/api/v1/privacy/" + what, Map.of("userId", person))
        .expect(202)
        .json()
        .get("requestId")
        .asString();
  }

  private static String stateAt(String address) {
    return DEMO.get(address).expect(200).json().get("state").asString();
  }

  private static String first(String list, String field) {
    return DEMO.get(list + "?limit=1").expect(200).json().get("items").get(0).get(field).asString();
  }

  /** The answer, or all pages of it. */
  private static List<JsonNode> pages(Door door, String path) {
    List<JsonNode> pages = new ArrayList<>();
    String next = null;
    do {
      JsonNode page =
          door.get(path + "?limit=200" + (next == null ? "" : "&cursor=" + encoded(next)))
              .expect(200)
              .json();
      pages.add(page);
      next = page.path("next").asString(null);
    } while (next != null);
    return pages;
  }

  private static void collectNames(JsonNode node, Set<String> names) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              member -> {
                if (NAMES_A_THING.matcher(member.getKey()).matches()
                    && member.getValue().isString()) {
                  names.add(member.getValue().asString());
                }
                collectNames(member.getValue(), names);
              });
    } else {
      node.forEach(child -> collectNames(child, names));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
